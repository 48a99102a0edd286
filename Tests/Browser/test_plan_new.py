"""`landledger plan new` as an officer meets it: at a terminal, typing Chinese, making mistakes."""

import os
import pty
import select
import subprocess
import time

import pytest
from served import PROGRAM, ROOT

ANSWERS = [
    ("方案标题", ""),
    ("这一项不能空", "某县2026年违法用地整治方案"),
    ("发文机关", "某县人民政府办公室"),
    ("文号", ""),
    ("印发日期", "三月一日"),
    ("不是日期", "2026年3月1日"),
    ("区划代码", "某县"),
    ("2、4、6、9 或 12 位数字", "370399"),
    ("牵头单位", "县自然资源局"),
    ("镇街在通知里的统称", "各镇（街道）"),
    ("开发区在通知里的统称", ""),
    ("问题类别", "违法占地、闲置土地"),
    ("“违法占地”在通知何处", "三（一）"),
    ("“违法占地”的完成时限", "5月底前"),
    ("“闲置土地”在通知何处", ""),
    ("“闲置土地”的完成时限", ""),
    ("月报每月几日报送", "5"),
]


class Terminal:
    """A program at a pseudo-terminal of 80 columns."""

    def __init__(self, *words):
        self.master, slave = pty.openpty()
        self.process = subprocess.Popen([PROGRAM, *words], stdin=slave, stdout=slave, stderr=slave, cwd=ROOT, start_new_session=True)
        os.close(slave)
        self.shown = b""
        self.read_to = 0

    def wait_for(self, words, seconds=30):
        end = time.monotonic() + seconds
        while words.encode() not in self.shown[self.read_to :]:
            assert time.monotonic() < end, f"“{words}” is not asked; the terminal shows:\n{self.text}"
            assert self.take(), f"the program ended before “{words}”:\n{self.text}"
        self.read_to = self.shown.index(words.encode(), self.read_to) + len(words.encode())

    def take(self):
        if not select.select([self.master], [], [], 1)[0]:
            return True
        try:
            some = os.read(self.master, 65536)
        except OSError:
            return False
        self.shown += some
        return bool(some)

    def type(self, words):
        os.write(self.master, (words + "\n").encode())

    def end(self):
        while self.take() and self.process.poll() is None:
            pass
        while select.select([self.master], [], [], 0.2)[0] and self.take():
            pass
        return self.process.wait(timeout=30)

    @property
    def text(self):
        return self.shown.decode(errors="replace")

    def close(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self.master)


@pytest.fixture
def terminal():
    made = []

    def start(*words):
        made.append(Terminal(*words))
        return made[-1]

    yield start
    for it in made:
        it.close()


def test_questions_make_a_plan_that_can_be_used(terminal, tmp_path):
    path = tmp_path / "county-2026.yaml"
    screen = terminal("plan", "new", str(path))
    for question, answer in ANSWERS:
        screen.wait_for(question)
        screen.type(answer)
    assert screen.end() == 0, screen.text
    text = path.read_text(encoding="utf-8")
    # 闲置土地 with its target, and the return, have no clause yet.
    assert text.count("待填") == 3, text
    assert "可以使用" in screen.text and "下一步" in screen.text and "3 处“待填”" in screen.text, screen.text
    assert 'title: "某县2026年违法用地整治方案"' in text and "issued: 2026-03-01" in text
    assert "三月一日" not in text and "number" not in text and "zones" not in text
    # The due date that is not given is blank, not guessed.
    check = subprocess.run([PROGRAM, "plan", "check", path], capture_output=True, text=True, check=True).stdout
    assert "“闲置土地整治”没有写明期限" in check and "错误 0" in check, check
    told = subprocess.run([PROGRAM, "plan", "explain", path], capture_output=True, text=True, check=True).stdout
    assert "三（一）\n" in told and "5月底前（即2026年5月31日）达到100%" in told.replace("，达到", "达到"), told


def test_leaving_on_the_way_writes_nothing(terminal, tmp_path):
    path = tmp_path / "left.yaml"
    screen = terminal("plan", "new", str(path))
    screen.wait_for("方案标题")
    screen.type("某县方案")
    screen.wait_for("发文机关")
    os.write(screen.master, b"\x04")
    assert screen.end() == 2, screen.text
    assert "没有答完，没有写文件" in screen.text and not path.exists()


def test_what_cannot_be_written_is_said_before_anything_is_asked(terminal, tmp_path):
    there = tmp_path / "there.yaml"
    there.write_text("plan: there\n", encoding="utf-8")
    for path, words in [(there, "不会覆盖"), (tmp_path / "none" / "x.yaml", "无法写入")]:
        screen = terminal("plan", "new", str(path))
        assert screen.end() == 2, screen.text
        assert words in screen.text and "方案标题" not in screen.text
    assert there.read_text(encoding="utf-8") == "plan: there\n"
