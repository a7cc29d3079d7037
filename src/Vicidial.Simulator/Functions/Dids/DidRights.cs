namespace Vicidial.Simulator.Functions.Dids;

/// <summary>The first checks of the functions that change a DID.</summary>
internal static class DidRights
{
    public const int ShortestPattern = 2;
    public const int LongestPattern = 50;

    public static bool MayChange(FunctionContext context, string purpose) => NonAgentApi.PermitsChange(
        context, context.Caller.ApiAccess && context.Caller.ModifyDids && context.Caller.Level >= 8, purpose);

    /// <summary>The pattern of the request, or null if it has the wrong length, with an error in the response.</summary>
    public static string? ReadPattern(FunctionContext context)
    {
        string pattern = context.Text("did_pattern", CharacterFilter.DidPattern);
        if (pattern.Length is >= ShortestPattern and <= LongestPattern)
        {
            return pattern;
        }

        context.Response.Line($"ERROR: {context.Function} YOU MUST USE ALL REQUIRED FIELDS: |", context.CallerName, pattern);
        return null;
    }
}
