"""Make what the training starts from: float weights and the larger charset.

    starter.py --stock Thai.traineddata --out DIR

Writes DIR/float.lstm (the stock network with float weights) and
DIR/starter.traineddata (the character set and its coding, no network).
"""
import argparse
import subprocess
import sys
from pathlib import Path

import lstmnet

HERE = Path(__file__).resolve().parent
NAME = "starter"


def run(*command):
    """Run a command; on failure show what it said and raise."""
    done = subprocess.run([str(c) for c in command], capture_output=True, text=True)
    if done.returncode:
        sys.stderr.write(done.stdout + done.stderr)
        done.check_returncode()


def characters(unicharset):
    """Return the set of entries of a unicharset file."""
    lines = unicharset.read_text(encoding="utf-8").splitlines()[1:]
    return {line.split(" ")[0] for line in lines}


def extend(stock, extra, out):
    """Write the unicharset `stock` with the characters of the file `extra`.

    Stock entries keep their numbers: the network's outputs depend on them.
    Raises RuntimeError when a character did not get in.
    """
    wanted = extra.read_text(encoding="utf-8").split()
    part = out.with_name("extra.unicharset")
    # The extractor wants plain text, one word a character.
    run("unicharset_extractor", "--output_unicharset", part, "--norm_mode", "1", extra)
    run("merge_unicharsets", stock, part, out)
    missing = set(wanted) - characters(out)
    if missing:
        raise RuntimeError(f"not in the character set: {sorted(missing)}")


def make(stock, out):
    """Do all of it; see the head of this file."""
    out.mkdir(parents=True, exist_ok=True)
    run("combine_tessdata", "-u", stock, out / "stock.")
    floats = lstmnet.to_float((out / "stock.lstm").read_bytes())
    (out / "float.lstm").write_bytes(floats)
    merged = out / "merged.unicharset"
    extend(out / "stock.lstm-unicharset", HERE / "extra-characters.txt", merged)
    scripts = out / "scripts"
    scripts.mkdir(exist_ok=True)
    # combine_lang_model insists on this table, which only Chinese needs.
    (scripts / "radical-stroke.txt").write_text("\n")
    run("combine_lang_model", "--input_unicharset", merged, "--script_dir", scripts,
        "--output_dir", out, "--lang", NAME, "--pass_through_recoder",
        "--version_str", "tarang-ocr")
    (out / NAME / f"{NAME}.traineddata").replace(out / f"{NAME}.traineddata")


def main():
    """Read the arguments and do the work."""
    args = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    args.add_argument("--stock", type=Path, required=True)
    args.add_argument("--out", type=Path, required=True)
    args = args.parse_args()
    make(args.stock, args.out)


if __name__ == "__main__":
    main()
