"""Pieces of HTML as Word for Windows puts it on the clipboard, written for these tests."""

HEAD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta name=ProgId content=Word.Document><title>Private name.docx</title>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!--
/* Style Definitions */
p.MsoNormal {margin:0cm; font-family:"Calibri",sans-serif; mso-fareast-language:EN-US;}
@list l0:level1 {mso-level-number-format:bullet; mso-level-text:\uf0b7;}
@list l0:level2 {mso-level-number-format:bullet; mso-level-text:o;}
@list l1:level1 {mso-level-tab-stop:none; text-indent:-18.0pt;}
@list l1:level2 {mso-level-number-format:alpha-lower;}
--></style></head><body lang=EN-GB style='tab-interval:36.0pt'><!--StartFragment-->
"""
TAIL = "<!--EndFragment--></body></html>"
_FILL = "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span>"


def word(*parts):
    return HEAD + "\n".join(parts) + TAIL


def normal(words, style=""):
    return f"<p class=MsoNormal style='{style}'><span lang=EN-GB>{words}<o:p></o:p></span></p>"


def item(words, *, level=1, name="l0", marker="·", lfo=1):
    ignored = f"<span style='mso-list:Ignore'>{marker}{_FILL}</span>"
    return (
        f"<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:{name} "
        f"level{level} lfo{lfo}'><![if !supportLists]><span style='font-family:Symbol'>{ignored}"
        f"</span><![endif]>{words}<o:p></o:p></p>"
    )


def empty():
    return normal("<o:p>&nbsp;</o:p>")
