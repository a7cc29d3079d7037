namespace Vicidial.Simulator.Functions;

/// <summary>The IDs of calls. The first letter is the kind of call.</summary>
internal static class CallIds
{
    private static readonly string[] Kinds = ["Y", "J", "V", "M", "DC", "S", "LP", "VH", "XL"];

    public static bool IsValid(string callId) =>
        callId.Length is > 17 and < 40 && Array.Exists(Kinds, kind => callId.StartsWith(kind, StringComparison.Ordinal));
}
