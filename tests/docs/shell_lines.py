"""The commands of ziping in examples: of manual pages, of Markdown."""
import re
import shlex


def ziping_calls(lines):
    """The words of each call of `ziping` in shell lines, pipes and lists taken apart."""
    calls = []
    for line in lines:
        words = shlex.split(line, comments=True)
        for at, word in enumerate(words):
            if word == "ziping" and (at == 0 or words[at - 1] in ("|", "&&", ";")):
                rest = words[at + 1:]
                end = next((i for i, other in enumerate(rest) if other in ("|", "&&", ";", ">")), len(rest))
                calls.append(rest[:end])
    return calls


def fault_of(call, commands):
    """What is wrong with a call; nothing where the program would take it."""
    if call[:1] in (["help"], ["--version"], ["--help"]):
        return ""
    if not call or call[0] not in commands:
        return f"no command: ziping {' '.join(call)}"
    options = commands[call[0]].options
    known = set(options) | {option.short for option in options.values() if option.short}
    for word in call[1:]:
        if word.startswith("-") and word != "-" and word.split("=")[0] not in known:
            return f"no option {word}: ziping {' '.join(call)}"
    return ""


def markdown_blocks(text, language=""):
    """The code blocks of a language in a Markdown text; of none where none is named."""
    blocks = re.findall(r"^```(\w*)\n(.*?)^```$", text, re.M | re.S)
    return [block for name, block in blocks if name == language]
