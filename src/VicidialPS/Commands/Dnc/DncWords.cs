namespace VicidialPS.Commands.Dnc;

/// <summary>The words for a do-not-call list in a confirmation question.</summary>
internal static class DncWords
{
    /// <summary>The dialer's value for the list of the system.</summary>
    public const string SystemList = "SYSTEM_INTERNAL";

    /// <summary>The list of a campaign or of the system.</summary>
    public static string List(string? campaign) =>
        campaign is null or SystemList ? "the do-not-call list of the system" : $"the do-not-call list of campaign {campaign}";
}
