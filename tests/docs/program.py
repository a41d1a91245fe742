"""What the program says of itself: `ziping help`, `ziping help COMMAND`."""
import re
import subprocess
from dataclasses import dataclass, field

SKIPPED = 77


@dataclass
class Option:
    short: str  # -o, or nothing
    parameter: str  # OUT, or nothing
    default: str  # "(default: 60)", or nothing


@dataclass
class Command:
    arguments: str  # INPUT... -o OUT
    options: dict = field(default_factory=dict)  # by long name: --output


def say(ziping, *arguments):
    return subprocess.run([ziping, *arguments], check=True, capture_output=True, text=True).stdout


def options_of(text):
    found = {}
    for short, long, parameter, words in re.findall(r"^  (?:(-\w), |    )(--[\w-]+)(?: (\S+))?  +(.*)$", text, re.M):
        default = re.search(r"\(default: .*\)", words)
        found[long] = Option(short, parameter, default[0] if default else "")
    return found


def commands(ziping):
    """Commands by name, in the order of the help; without `help`."""
    found = {}
    for name, arguments in re.findall(r"^  (\w+) ([A-Z\[c].*?)  +[A-Z]", say(ziping, "help"), re.M):
        if name != "help":
            text = say(ziping, "help", name)
            assert text.startswith(f"usage: ziping {name} {arguments}\n"), text
            found[name] = Command(arguments, options_of(text))
    assert len(found) >= 8 and all("--help" in command.options for command in found.values()), found
    return found


def version(ziping):
    return say(ziping, "--version").split()[1]
