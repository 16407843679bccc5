namespace Gci.Data.Accounts;

/// <summary>What a person does. Respondents belong to a country; the others to the secretariat or the Expert Group.</summary>
public enum Role
{
    /// <summary>Leads a country's response: invites, certifies and submits.</summary>
    FocalPoint,

    /// <summary>Answers the sections of a country's response that the focal point opened.</summary>
    Contributor,

    /// <summary>Verifies submitted answers.</summary>
    Reviewer,

    /// <summary>Computes and publishes results.</summary>
    Analyst,

    /// <summary>Weighs and advises as a member of the Expert Group.</summary>
    Expert,

    /// <summary>Runs editions and accounts.</summary>
    Administrator,
}

public static class Roles
{
    public static bool IsRespondent(this Role role) => role is Role.FocalPoint or Role.Contributor;

    /// <summary>The staff that runs an edition.</summary>
    public static bool IsSecretariat(this Role role) => role is Role.Reviewer or Role.Analyst or Role.Administrator;

    /// <summary>Staff and experts: everybody who does not answer for one country.</summary>
    public static bool WorksForAll(this Role role) => !role.IsRespondent();
}
