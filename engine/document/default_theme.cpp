#include "engine/document/default_parts.hpp"

namespace papar {

// Fonts and colours of headings and charts. The format scheme is the least that the schema asks for.
std::string default_theme() {
    return R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="KRB"><a:themeElements>
<a:clrScheme name="KRB"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>
<a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1><a:dk2><a:srgbClr val="1F3A5F"/></a:dk2>
<a:lt2><a:srgbClr val="E9EEF4"/></a:lt2><a:accent1><a:srgbClr val="1F3A5F"/></a:accent1>
<a:accent2><a:srgbClr val="5A7CA6"/></a:accent2><a:accent3><a:srgbClr val="8A9BB0"/></a:accent3>
<a:accent4><a:srgbClr val="C98A2B"/></a:accent4><a:accent5><a:srgbClr val="7A5C8E"/></a:accent5>
<a:accent6><a:srgbClr val="4D8C6F"/></a:accent6><a:hlink><a:srgbClr val="1F4E9E"/></a:hlink>
<a:folHlink><a:srgbClr val="6B4C8A"/></a:folHlink></a:clrScheme>
<a:fontScheme name="KRB"><a:majorFont><a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/></a:majorFont>
<a:minorFont><a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/></a:minorFont></a:fontScheme>
<a:fmtScheme name="KRB"><a:fillStyleLst><a:solidFill><a:schemeClr val="phClr"/></a:solidFill>
<a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill>
</a:fillStyleLst><a:lnStyleLst><a:ln w="6350"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>
<a:ln w="12700"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>
<a:ln w="19050"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln></a:lnStyleLst>
<a:effectStyleLst><a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle>
<a:effectStyle><a:effectLst/></a:effectStyle></a:effectStyleLst>
<a:bgFillStyleLst><a:solidFill><a:schemeClr val="phClr"/></a:solidFill>
<a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill>
</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>
)";
}

}  // namespace papar
