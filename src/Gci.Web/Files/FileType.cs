namespace Gci.Web.Files;

/// <summary>A type of file that is taken as evidence.</summary>
/// <param name="ContentType">What browsers are told.</param>
/// <param name="Endings">How its names end; the first one is added to a name that ends otherwise.</param>
public sealed record FileType(string ContentType, params string[] Endings)
{
    public static FileType Pdf { get; } = new("application/pdf", ".pdf");

    public static FileType Word { get; } = new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx");

    public static FileType Excel { get; } = new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx");

    public static FileType PowerPoint { get; } = new("application/vnd.openxmlformats-officedocument.presentationml.presentation", ".pptx");

    public static FileType OpenText { get; } = new("application/vnd.oasis.opendocument.text", ".odt");

    public static FileType OpenSpreadsheet { get; } = new("application/vnd.oasis.opendocument.spreadsheet", ".ods");

    public static FileType Text { get; } = new("text/plain", ".txt");

    public static FileType Png { get; } = new("image/png", ".png");

    public static FileType Jpeg { get; } = new("image/jpeg", ".jpg", ".jpeg");
}
