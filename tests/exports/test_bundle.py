"""A bundle can be checked by a stranger, and no flipped bit in it goes unseen."""

import io
import json
import os
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import pytest
from sample_ledger import AT, counted_salt, draft_all, make_article, make_figures, make_store

from pactwatch.errors import CannotWrite, LedgerBroken
from pactwatch.exports import verify_bundle
from pactwatch.exports.bundle import _write_zip, write_bundle
from pactwatch.exports.verify_bundle import Bundle
from pactwatch.ids import canonical, hash_bytes
from pactwatch.ledger.drafts import (
    draft_agreement,
    draft_document,
    draft_linking,
    draft_reading,
    draft_withdrawal,
)
from pactwatch.model.link import Link, LinkKind, Reason
from pactwatch.model.record import RecordKind
from pactwatch.model.source import Span


@pytest.fixture
def bundle(store, shelf, tmp_path: Path) -> Path:
    file = tmp_path / "river.zip"
    write_bundle(store, shelf.read, file)
    return file


def _find_faults(data: bytes) -> list[str]:
    with tempfile.TemporaryFile() as file:
        file.write(data)
        file.flush()
        return list(Bundle(file).faults()) if data else ["empty"]


def _run(folder: Path, file: Path) -> subprocess.CompletedProcess[str]:
    """The script as it lies in the bundle, without Pactwatch and its packages."""
    with zipfile.ZipFile(file) as packed:
        packed.extract("verify_bundle.py", folder)
    command = [sys.executable, "-I", "-S", str(folder / "verify_bundle.py"), str(file)]
    return subprocess.run(command, capture_output=True, text=True)


def test_the_script_in_the_bundle_checks_it_alone(bundle: Path, store, tmp_path: Path):
    run = _run(tmp_path / "out", bundle)
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.startswith("All holds: 11 records, 25 sealed texts (0 redacted),\n14 quoted slices.")
    assert store.head().hash in run.stdout


def test_the_script_says_what_is_damaged_and_how_it_is_called(bundle: Path, tmp_path: Path):
    data = bundle.read_bytes()
    at = data.index(b'"author":"anna"') + 11
    bundle.write_bytes(data[:at] + b"e" + data[at + 1 :])
    run = _run(tmp_path / "out", bundle)
    assert run.returncode == 1 and run.stderr == ""
    assert run.stdout.startswith("DAMAGED: record 1 (records.jsonl, line 1): its hash")
    assert verify_bundle.main([]) == 2


def test_the_same_ledger_gives_the_same_bytes(bundle: Path, store, shelf, tmp_path: Path):
    summary = write_bundle(store, shelf.read, tmp_path / "again.zip")
    assert (tmp_path / "again.zip").read_bytes() == bundle.read_bytes()
    assert (summary.records, summary.documents, summary.claims) == (11, 2, 8)
    assert summary.size == bundle.stat().st_size and summary.head == store.head().hash


def test_what_a_bundle_holds(bundle: Path, store, shelf):
    with zipfile.ZipFile(bundle) as packed:
        names = packed.namelist()
        assert names == sorted(names) and packed.testzip() is None
        documents = {name: packed.read(name) for name in names if name.startswith("documents/")}
        assert documents == {f"documents/{key}": data for key, data in shelf.held.items()}
        assert packed.read("agreement.yaml").decode() == store.agreement_text()
        assert packed.read(f"agreements/{store.agreement_hash()}.yaml").decode() == store.agreement_text()
        claims = [json.loads(line) for line in packed.read("claims.jsonl").splitlines()]
        assert [line["claim"]["key"] for line in claims] == [fact.claim.key for fact in store.facts()]
        assert sum(line["judgement"] is not None for line in claims) == 1
        records = [json.loads(line) for line in packed.read("records.jsonl").splitlines()]
        assert [line["hash"] for line in records] == [record.hash for record in store.records()]
        manifest = json.loads(packed.read("manifest.json"))
        assert manifest["head"]["hash"] == store.head().hash
        assert set(manifest["files"]) == set(names) - {"manifest.json"}


def _member_at(members: dict[str, tuple[int, int]], at: int) -> str | None:
    return next((name for name, (begin, end) in members.items() if begin <= at < end), None)


def test_one_flipped_bit_in_any_byte_is_found_and_named(shelf, tmp_path: Path):
    """Every byte of the zip (of two long texts every 40th), with one of its bits in turn."""
    bundle = _make_smallest(tmp_path, shelf)
    sound = bundle.read_bytes()
    with bundle.open("r+b", buffering=0) as file:
        whole = Bundle(file)
        assert list(whole.faults()) == []
        for at in range(len(sound)):
            name = _member_at(whole.members, at)
            if name in ("README.txt", "verify_bundle.py") and at % 40:
                continue
            os.pwrite(file.fileno(), bytes([sound[at] ^ 1 << at % 8]), at)
            faults = list(Bundle(file).faults())
            os.pwrite(file.fileno(), sound[at : at + 1], at)
            if name is None:
                assert faults and "zip file" in faults[-1], f"byte {at}: {faults}"
            else:
                assert _names(faults, name, sound, whole.members, at), f"byte {at} of {name}: {faults}"


def _make_smallest(folder: Path, shelf) -> Path:
    article, data = make_article("a", sentences=1)
    shelf.put(data)
    with make_store(folder / "small.sqlite") as store:
        store.append(draft_all(article, counted_salt())[:2], AT)
        write_bundle(store, shelf.read, folder / "small.zip")
    return folder / "small.zip"


def _names(faults: list[str], name: str, sound: bytes, members, at: int) -> bool:
    """Whether the faults name the file and, where it has lines of records or words, the line."""
    if name in ("records.jsonl", "sealed.jsonl"):
        line = sound[members[name][0] : at].count(b"\n") + 1
        return f"{name}, line {line}" in faults[0]
    key = name.removeprefix("documents/")
    return key in faults[0] or (name.startswith("agreement") and "agreement" in faults[0])


def test_cut_and_lengthened_files_are_found(bundle: Path):
    sound = bundle.read_bytes()
    for size in (0, 1, 50, len(sound) // 2, len(sound) - 71, len(sound) - 1):
        assert _find_faults(sound[:size])
    assert _find_faults(sound + b"\n")
    assert _find_faults(b"\n" + sound)
    assert _find_faults(sound + sound)


def _repack(bundle: Path, change) -> list[str]:
    """Change files and make every checksum fit again, as somebody would who wants to deceive."""
    with zipfile.ZipFile(bundle) as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
    change(files)
    manifest = json.loads(files.pop("manifest.json"))
    manifest["files"] = {name: {"sha256": hash_bytes(data)} for name, data in files.items()}
    files["manifest.json"] = json.dumps(manifest).encode()
    made = io.BytesIO()
    _write_zip(made, sorted(files.items()))
    return _find_faults(made.getvalue())


def _edit_line(name: str, number: int, old: bytes, new: bytes):
    def change(files: dict[str, bytes]) -> None:
        lines = files[name].split(b"\n")
        assert old in lines[number - 1]
        lines[number - 1] = lines[number - 1].replace(old, new)
        files[name] = b"\n".join(lines)

    return change


def test_a_bundle_made_to_fit_again_is_still_found_out(bundle: Path):
    assert _repack(bundle, lambda files: None) == []
    faults = _repack(bundle, _edit_line("records.jsonl", 4, b'"maker":"figures"', b'"maker":"others"'))
    assert faults[0].startswith("record 4 (records.jsonl, line 4): its hash")
    with zipfile.ZipFile(bundle) as packed:
        sealed = packed.read("sealed.jsonl").split(b"\n")
    number = next(n for n, line in enumerate(sealed, 1) if b'"statement"' in line)
    faults = _repack(bundle, _edit_line("sealed.jsonl", number, b"sent home", b"kept back"))
    assert faults[0].startswith(f"sealed.jsonl, line {number}: the words of record ")
    faults = _repack(bundle, _edit_line("claims.jsonl", 1, b"sent home", b"kept back"))
    assert faults == ["claims.jsonl, line 1: its words are not those of its document"]


def test_a_file_too_many_or_too_few_is_found(bundle: Path):
    def drop_document(files: dict[str, bytes]) -> None:
        del files[next(name for name in files if name.startswith("documents/"))]

    def drop_last_record(files: dict[str, bytes]) -> None:
        files["records.jsonl"] = b"\n".join(files["records.jsonl"].split(b"\n")[:-2]) + b"\n"

    assert "is missing" in _repack(bundle, drop_document)[0]
    assert any("do not match" in fault for fault in _repack(bundle, drop_last_record))
    with zipfile.ZipFile(bundle, "a") as packed:
        packed.writestr("more.txt", "more")
    assert any("not those that manifest.json lists" in fault for fault in _find_faults(bundle.read_bytes()))


def test_redacted_words_verify_as_redacted(store, shelf, tmp_path: Path):
    article, _ = make_article("a")
    begin = article.text.index("40 crew")
    store.redact(
        article.document.id, Span(begin, begin + 7), "a private person", AT, shelf.read, shelf.replace
    )
    file = tmp_path / "redacted.zip"
    summary = write_bundle(store, shelf.read, file)
    run = _run(tmp_path / "out", file)
    assert run.returncode == 0 and "(5 redacted)" in run.stdout, run.stdout
    assert summary.claims == 6
    with zipfile.ZipFile(file) as packed:
        assert b"40 crew" not in packed.read(f"documents/{article.document.id}")
    sealed = [json.loads(line) for line in zipfile.ZipFile(file).read("sealed.jsonl").splitlines()]
    assert {line["salt"] for line in sealed if line["body"] is None} == {None}

    def remove_more(files: dict[str, bytes]) -> None:
        lines = [json.loads(line) for line in files["sealed.jsonl"].splitlines()]
        first = next(line for line in lines if line["body"] is not None)
        first["body"] = first["salt"] = None
        files["sealed.jsonl"] = "".join(canonical(line) + "\n" for line in lines).encode()

    assert "without a redaction record" in _repack(file, remove_more)[0]


def test_every_kind_of_record_goes_into_a_bundle(store, shelf, tmp_path: Path):
    article, _ = make_article("a")
    document, (first, second) = article.document.id, make_figures(article)
    link = Link(
        LinkKind.SAME_UTTERANCE, first.key, second.key, 0.25, (Reason("words", "same words"),), "copies", "1"
    )
    edited = store.agreement_text() + "phases: {}\n"
    store.append(
        [
            draft_linking("copies", "1", [document], [link]),
            draft_agreement(edited, hash_bytes(edited.encode()), "river-accord"),
            draft_document(article),
            draft_reading(document, "figures", "2", [second]),
            draft_withdrawal(document, "a forgery"),
        ],
        AT,
    )
    begin = article.text.index("river")
    store.redact(document, Span(begin, begin + 5), "a private person", AT, shelf.read, shelf.replace)
    assert {record.kind for record in store.records()} == set(RecordKind)
    summary = write_bundle(store, shelf.read, tmp_path / "all.zip")
    assert _find_faults((tmp_path / "all.zip").read_bytes()) == []
    assert (summary.records, summary.documents, summary.claims) == (17, 2, 4)
    with zipfile.ZipFile(tmp_path / "all.zip") as packed:
        assert packed.read("agreement.yaml").decode() == edited
        assert len([name for name in packed.namelist() if name.startswith("agreements/")]) == 2


def test_a_damaged_case_gives_no_bundle(store, shelf, tmp_path: Path):
    file = tmp_path / "river.zip"
    file.write_bytes(b"what was here before")
    document = next(iter(shelf.held))
    shelf.held[document] += b" "
    with pytest.raises(LedgerBroken, match=document):
        write_bundle(store, shelf.read, file, force=True)
    del shelf.held[document]
    with pytest.raises(LedgerBroken, match="cannot be read"):
        write_bundle(store, shelf.read, file, force=True)
    assert file.read_bytes() == b"what was here before"
    assert not file.with_name("river.zip.part").exists()


def test_a_place_that_cannot_be_written_is_told(store, shelf, tmp_path: Path):
    with pytest.raises(CannotWrite, match="nowhere"):
        write_bundle(store, shelf.read, tmp_path / "nowhere" / "river.zip")


def test_a_case_without_documents_gives_a_bundle(tmp_path: Path, shelf):
    with make_store(tmp_path / "empty.sqlite") as store:
        write_bundle(store, shelf.read, tmp_path / "empty.zip")
    assert _find_faults((tmp_path / "empty.zip").read_bytes()) == []
