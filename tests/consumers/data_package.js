// Validates the Data Package of a folder against the published profiles, and reads each CSV table by its schema:
// types, constraints, primary keys and foreign keys. data_package.js FOLDER
const {Package} = require('datapackage');

async function main(folder) {
  const dataPackage = await Package.load(`${folder}/datapackage.json`, {basePath: folder});
  const faults = dataPackage.valid ? [] : dataPackage.errors.map(String);
  let tables = 0;
  for (const resource of dataPackage.resources) {
    if (!resource.valid) faults.push(...resource.errors.map(error => `${resource.name}: ${error}`));
    if (resource.descriptor.profile !== 'tabular-data-resource') continue;
    ++tables;
    try {
      const rows = await resource.read({keyed: true, relations: true});
      console.log(`${resource.name}: ${rows.length} rows`);
    } catch (error) {
      faults.push(`${resource.name}: ${error.message}: ${(error.errors || []).slice(0, 3).join('; ')}`);
    }
  }
  faults.forEach(fault => console.log(fault));
  console.log(`${tables} tables, ${faults.length} faults`);
  process.exit(tables > 0 && faults.length === 0 ? 0 : 1);
}

main(process.argv[2]);
