#pragma once

#include <string>
#include <vector>

namespace ziping {

/// Puts the finished datasets of all shards of a run into a store at `out_path`, closed, as the same run on
/// one machine would have left it; what writes a run's files goes on from there. An earlier dataset at
/// `out_path` is replaced. Throws UsageError where the shards are not all of one run, OutputError where a
/// file fails.
void merge_stores(const std::vector<std::string>& shard_paths, const std::string& out_path);

}  // namespace ziping
