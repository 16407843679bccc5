namespace Gci.Data.Responses;

/// <summary>What a person may do with a section; each includes those before it.</summary>
public enum Right
{
    None,
    View,

    /// <summary>Puts suggestions beside the answers.</summary>
    Suggest,
    Edit,
}
