#!/usr/bin/env python3
"""Makes the dialects of the boundary-point text (domain.md 4.6) in this folder anew. Run by hand; the results are committed."""
import os
here = os.path.dirname(os.path.abspath(__file__))
head = "[属性描述]\n格式版本号=1.01版本\n坐标系=2000国家大地坐标系\n几度分带=3\n投影类型=高斯克吕格\n计量单位=米\n带号=39\n精度=0.001\n转换参数=0,0,0,0,0,0,0\n"
E, N = 39517000, 4330000
def square(x, y, w, h=None):
    h = h or w
    return [(x, y), (x + w, y), (x + w, y + h), (x, y + h), (x, y)]
def lines(points, ring=1, start=1, close=True, order="NE", prefix="J"):
    out = []
    for i, (x, y) in enumerate(points):
        name = start if i == len(points) - 1 and close else start + i
        a, b = (y, x) if order == "NE" else (x, y)
        out.append(f"{prefix}{name},{ring},{a:.3f},{b:.3f}")
    return "\n".join(out) + "\n"
def write(name, text, encoding="utf-8", crlf=False):
    open(os.path.join(here, name), "wb").write((text.replace("\n", "\r\n") if crlf else text).encode(encoding))

s = square(E, N, 100)
# Chinese bureau software: GBK and CRLF, two parcels, the first with a hole and a further part, numbers going on.
two = head + "[地块坐标]\n"
two += "15,1.0100,DK01,东山一号,面,J50G001,工业,0601,@\n" + lines(s) + lines(square(E + 40, N + 40, 20), ring=2, start=5) + lines(square(E + 200, N, 50, 10), ring=3, start=9)
two += "5,1.2,DK02,东山二号,面,,,,@\n" + lines(square(E + 1000, N, 100), prefix="")
write("two-parcels-gbk.txt", two, "gbk", crlf=True)
write("east-first.txt", head + "[地块坐标]\n5,1.0000,DK01,东西在前,面,,,,@\n" + lines(s, order="EN"))
write("mark-in-front.txt", head + "[地块坐标]\n@,5,1.0000,DK01,标记在前,面,,,\n" + lines(s), "utf-8-sig")
write("wide-head.txt", head + "[地块坐标]\n登记表,3,2023,5,1.0000,DK01,宽表头,面,J50,住宅,0701,,@\n" + lines(s))
write("no-prefix.txt", head + "[地块坐标]\n5,1.0000,DK01,无带号前缀,面,,,,@\n" + lines(square(517000, N, 100)))
write("six-degree.txt", head.replace("几度分带=3", "几度分带=6").replace("带号=39", "带号=20") + "[地块坐标]\n5,1.0000,DK01,六度带,面,,,,@\n" + lines(square(20517000, N, 100)))
write("xian80.txt", head.replace("2000国家大地坐标系", "80国家大地坐标系") + "[地块坐标]\n5,1.0000,DK01,西安八零,面,,,,@\n" + lines(s))
write("no-head.txt", "5,1.0000,DK01,缺表头,面,,,,@\n" + lines(s, prefix="J0"))
write("project.txt", "[项目信息]\n项目名称=示范项目\n建设单位=\n" + head + "[地块坐标]\n5,,DK01,,面,,,,@\n" + lines(s))
write("unclosed.txt", head + "[地块坐标]\n4,1.0000,DK01,不闭合,面,,,,@\n" + lines(s[:-1], close=False))
write("broken.txt", head + "[地块坐标]\n5,1.0000,DK01,好的,面,,,,@\n" + lines(s) + "5,1.0000,DK02,坏的,面,,,,@\nJ1,1,4330000.000,39518000.000\nJ2,1,43300O0.000,39518100.000\nJ3,1,4330100.000\n" + "5,1.0000,DK03,又是好的,面,,,,@\n" + lines(square(E + 2000, N, 100)))
write("wrong-area.txt", head + "[地块坐标]\n5,1.0020,DK01,差两成之一,面,,,,@\n" + lines(s) + "5,1.0009,DK02,在容差内,面,,,,@\n" + lines(s))
write("points.txt", head + "[地块坐标]\n1,,D01,控制点,点,,,,@\nJ1,1,4330000.000,39517000.000\n3,,X01,界线,线,,,,@\n" + lines(s[:3], close=False))
write("plain.txt", "\n".join(f"{i},{y},{x}" for i, (x, y) in enumerate(s[:-1], 1)))
write("plain-by-parcel.txt", "地块,X,Y\n" + "".join(f"{k},{y + 500 * k},{x}\n" for k in (1, 2) for x, y in s))
write("two-systems.txt", head + "[地块坐标]\n5,1.0000,DK01,三十九带,面,,,,@\n" + lines(s) + head.replace("带号=39", "带号=40") + "[地块坐标]\n5,1.0000,DK02,四十带,面,,,,@\n" + lines(square(40517000, N, 100)))
write("letter.txt", "关于开展2023年卫片执法工作的通知\n\n各乡镇人民政府：\n一、总体要求。\n二、时间安排，9月1日前完成。\n")
