#!/usr/bin/env python3
"""Makes the workbooks of this folder anew (needs openpyxl 3.1 and xlwt 1.3). Run by hand; the results are committed,
so that the tests read files another program wrote."""
import datetime, io, os, sys, zipfile
import openpyxl, xlwt
from openpyxl.utils.datetime import CALENDAR_MAC_1904

here = os.path.dirname(os.path.abspath(__file__))
path = lambda name: os.path.join(here, name)

book = openpyxl.Workbook()
sheet = book.active
sheet.title = "台账"
sheet["A1"] = "示范县违法占用耕地整改台账（2023年）"; sheet.merge_cells("A1:H1")
sheet["A2"] = "填报单位：示范县自然资源局"; sheet["G2"] = "单位：亩"
heads = ["序号", "乡 镇", "违法情况", None, None, "整改期限", "身份证号", "已到位"]
for c, t in enumerate(heads, 1): sheet.cell(3, c, t)
for c, t in [(3, "主体"), (4, "面积"), (5, "耕地\n面积")]: sheet.cell(4, c, t)
sheet.merge_cells("C3:E3")
for c in "ABFGH": sheet.merge_cells(f"{c}3:{c}4")
for c in range(1, 9): sheet.cell(5, c, c)
rows = [
    (1, "东山镇", "张三砖厂", 12.5, 0.1 + 0.2, datetime.date(2023, 9, 1), "370306199001011234", True),
    (2, None, "李四养殖场", 3, 2.25, datetime.date(2024, 2, 29), 370306199001011234, False),
    (3, "西河镇", "王五", "=D6+D7", 1, datetime.datetime(2023, 12, 31, 8, 30), "=1/0", True),
]
for r, row in enumerate(rows, 6):
    for c, v in enumerate(row, 1): sheet.cell(r, c, v)
for r in (6, 7): sheet.cell(r, 6).number_format = 'yyyy"年"m"月"d"日"'
sheet.cell(8, 6).number_format = "yyyy-mm-dd hh:mm"
sheet.merge_cells("B6:B7")
sheet.row_dimensions[7].hidden = True
other = book.create_sheet("线索")
other.append(["编号", "经度", "纬度"]); other.append(["X1", 118.0512345, 36.8]); other.append(["X2", "118°03′04.5″", "36°48′00″"])
other.append(["X3", None, None]); other.append(["X4", "不详", 36.8])
secret = book.create_sheet("附表"); secret.sheet_state = "hidden"; secret.append(["甲", "乙"])
book.save(path("ledger.xlsx"))

book = openpyxl.Workbook(); book.epoch = CALENDAR_MAC_1904
sheet = book.active; sheet.append(["编号", "日期"]); sheet.append(["A", datetime.date(2023, 9, 1)]); book.save(path("calendar-1904.xlsx"))

book = xlwt.Workbook(); sheet = book.add_sheet("台账")
style = xlwt.easyxf(num_format_str="yyyy-mm-dd")
for c, t in enumerate(["编号", "乡镇", "面积", "日期"]): sheet.write(0, c, t)
for r, row in enumerate([("A1", "东山镇", 12.5, datetime.date(2023, 9, 1)), ("A2", "西河镇", 3, datetime.date(2024, 2, 29))], 1):
    for c, v in enumerate(row): sheet.write(r, c, v, style if c == 3 else xlwt.Style.default_style)
book.save(path("ledger.xls"))

# The head of two rows, the town merged downwards and a hidden row of ledger.xlsx, as Excel 97 keeps them; fifty sheets' worth of
# text make the stream longer than the small-stream limit of 4096 bytes
book = xlwt.Workbook(); sheet = book.add_sheet("台账")
sheet.write_merge(0, 0, 0, 4, "示范县违法占用耕地整改台账（2023年）")
for c, t in [(0, "序号"), (1, "乡镇"), (4, "备注")]: sheet.write_merge(1, 2, c, c, t)
sheet.write_merge(1, 1, 2, 3, "违法情况"); sheet.write(2, 2, "主体"); sheet.write(2, 3, "面积")
sheet.write_merge(3, 4, 1, 1, "东山镇"); sheet.write(5, 1, "西河镇")
for r, (who, area) in enumerate([("张三砖厂", 12.5), ("李四养殖场", 3), ("王五", 1)], 3):
    for c, v in [(0, r - 2), (2, who), (3, area), (4, "备注" * 300)]: sheet.write(r, c, v)
sheet.row(4).hidden = True
book.save(path("merged.xls"))

def change(source, target, part, edit):
    with zipfile.ZipFile(path(source)) as old, zipfile.ZipFile(path(target), "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            data = old.read(item)
            new.writestr(item, edit(data) if item.filename == part else data)

doctype = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
change("calendar-1904.xlsx", "entity.xlsx", "xl/worksheets/sheet1.xml", lambda d: doctype + d.split(b"?>", 1)[-1])
change("calendar-1904.xlsx", "cut.xlsx", "xl/worksheets/sheet1.xml", lambda d: d[: len(d) // 2])
change("calendar-1904.xlsx", "bomb.xlsx", "xl/worksheets/sheet1.xml", lambda d: d.replace(b"</worksheet>", b" " * (80 << 20) + b"</worksheet>"))

# An OLE file whose directory names an EncryptedPackage, as Office writes for workbooks with a password.
ole = bytearray(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + bytes(504))
for name in ("Root Entry", "EncryptedPackage", "EncryptionInfo"): ole += name.encode("utf-16le").ljust(128, b"\0")
open(path("locked.xlsx"), "wb").write(ole + bytes(512))

def text(name, content, encoding): open(path(name), "wb").write(content.encode(encoding))
text("alerts.csv", "告警编号,经度,纬度,备注\r\nT1,118.05,36.80,\"塔吊,围挡\"\r\nT2,118.06,36.81\r\nT3,abc,36.82,\r\nT4,118.07,36.83,正常,多余\r\n", "gb18030")
text("titles.csv", "示范县疑似图斑清单,,,\n填报日期：2023-09-01,,,\n编号,X,Y,面积\nA1,4068012.5,39578012.25,12.5\nA2,4068100,39578100,3\n", "utf-8-sig")
text("wide.csv", "编号\t名称\nA1\t甲\n", "utf-16")
text("wkt.csv", "编号;图形\nA1;\"SRID=4490;POLYGON((118 36,118.1 36,118.1 36.1,118 36))\"\nA2;POINT Z (118 36 5)\nA3;LINESTRING(1 2,3 4)\n", "utf-8")
text("quotes.csv", "编号,名称\nA1,\"半截引号\nA2,\"带\"\"引号\"\"\"\nA3,=\"0012\"\nA4,'=1+1\nA5,4.30181E+17\n", "utf-8")
text("groups.csv", "序号,违法情况,,备注\n,面积,地类,\n1,12.5,旱地,\n2,3.10,水田,重点\n", "utf-8")
text("alerts.json", """{"code": 0, "data": {"items": [
  {"id": "T1", "time": "2023-09-01T08:00:00+08:00", "confidence": 0.90, "camera": {"name": "东山铁塔", "lng": 118.0512345, "lat": 36.80}, "photos": ["a.jpg", "b.jpg"]},
  {"id": "T2", "confidence": 1e-1, "camera": {"lng": 118.06, "lat": 36.81}, "note": "\\u571f\\ud83d\\ude00"},
  {"id": "T3", "count": 12345678901234567890, "handled": false}
]}}""", "utf-8")
text("areas.json", """[{"id": 1, "ground": {"type": "Polygon", "coordinates": [[[118,36],[118.1,36],[118.1,36.1],[118,36]]]}}]""", "utf-8")
text("feature.json", """{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {}, "geometry": null}]}""", "utf-8")
