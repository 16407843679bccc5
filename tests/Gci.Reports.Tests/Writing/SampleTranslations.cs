using System.Collections.Immutable;
using Gci.Reports.Blocks;

namespace Gci.Reports.Tests.Writing;

/// <summary>Small reports in Arabic and Chinese, with every kind of block that has a direction.</summary>
internal static class SampleTranslations
{
    public static Report Arabic { get; } = Small(
        "ar",
        ["الرقم القياسي العالمي للأمن السيبراني 2026", "قياس الالتزام بالأمن السيبراني في 194 بلداً (GCI)", "اتحاد القياس الرقمي", "داخلي: ليس للنشر", "ملخص", "الأداء حسب المنطقة", "التدابير القانونية", "التدابير التقنية", "التعاون", "كوت ديفوار", "المملكة المتحدة لبريطانيا العظمى وأيرلندا الشمالية", "إفريقيا", "نموذج يحتذى به", "قيد البناء", "قيد التطور"],
        "تواصل البلدان الاستثمار في الأطر القانونية وأفرقة الاستجابة الوطنية (CIRT) والاتفاقات الدولية، بينما لا تزال هناك ثغرات في التدريب والبحوث وحماية الأطفال على الإنترنت. يستند التقييم إلى استبيان أجابت عنه جهات الاتصال الوطنية وإلى أدلة تحقق منها المراجعون.");

    public static Report Chinese { get; } = Small(
        "zh",
        ["2026年全球网络安全指数", "衡量194个国家的网络安全承诺", "数字测量联盟", "内部文件：请勿发布", "摘要", "各区域的等级表现", "法律措施", "技术措施", "合作", "科特迪瓦", "大不列颠及北爱尔兰联合王国", "非洲", "示范", "建设", "发展"],
        "各国继续投资于法律框架、国家响应团队（CIRT）和国际协议，而培训、研究和儿童在线保护方面仍存在差距。评估基于国家联络人回答的问卷以及由审查员核实的证据；没有证据的回答不得分。");

    private static Report Small(string language, string[] t, string prose) => new(
        t[0], t[1], t[2], language, t[3], new DateOnly(2026, 3, 31), SampleReport.Colours, [(t[4], t[1]), ("GCI", "gci@example.org")],
        [
            new Heading(1, t[4]), new KeyFigures([("194", t[6]), ("46", t[7]), ("+27 %", t[8])]), new Paragraph(prose), new Note(prose), new Bullets([t[6], t[7], t[8]]),
            new Numbered([("1.1", prose), ("1.2", prose)]),
            new Heading(2, t[5]), Stacked(t), new Bars(t[5], t[5], 20, 1, [(t[6], 17.1), (t[7], 12.25), (t[8], 3)]), Spread(t),
            new Heading(2, t[12]), new NameList(t[12], "T1", [t[9], t[10], t[11]]), Scores(t),
            Page(t, t[9], "T5"), Page(t, t[10], "T1"),
        ]);

    private static StackedBars Stacked(string[] t) =>
        new(t[5], t[5], ["T1", "T2", "T3", "T4", "T5"], [(t[11], [3, 5, 8, 12, 16]), (t[10], [10, 8, 9, 2, 0])]);

    private static Histograms Spread(string[] t) =>
        new(t[5], t[5], [0, 5, 10, 15, 20], [(t[6], [4, 9, 12, 3]), (t[7], [0, 2, 20, 8]), (t[8], [1, 2, 3, 4])]);

    private static Table Scores(string[] t) => new(
        t[5],
        [new(t[11], 40), new("GCI", 10, Align.Centre), new(t[6], 16), new(t[7], 16)],
        [[new TextCell(t[9]), new TierCell("T5"), new NumberCell(12.5, 2), new NumberCell(null, 2)], [new TextCell(t[10]), new TierCell("T1"), new NumberCell(20, 2), new NumberCell(19.999, 2)]]);

    private static CountryPage Page(string[] t, string name, string tier)
    {
        ImmutableArray<(string, string)> steps = [("T5", t[13]), ("T4", t[14]), ("T3", t[8]), ("T2", t[7]), ("T1", t[12])];
        return new(
            name,
            t[11],
            [new Radar(t[5], t[5], [t[6], t[7], t[8], t[13], t[14]], 20, [(10, "10"), (20, "20")], [new(t[11], [14, 8, 11, 9, 10], true), new(name, [20, 12, 9.5, 3, 17], false)])],
            [new Heading(3, t[12]), new Bullets([t[6], t[7]]), new Heading(3, t[14]), new Bullets([t[8]])],
            [new Staircase(t[5], t[5], steps, tier), Scores(t)],
            tier,
            t[12]);
    }
}
