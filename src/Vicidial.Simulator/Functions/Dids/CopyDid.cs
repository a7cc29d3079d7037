using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Dids;

/// <summary>copy_did: creates DIDs as copies of another one, and reports each.</summary>
internal sealed class CopyDid() : DialerFunction(DialerApi.NonAgent, "copy_did", "2.14-194")
{
    private const int LongestPatterns = 2000;

    public override void Run(FunctionContext context)
    {
        if (!DidRights.MayChange(context, "ADD DIDS"))
        {
            return;
        }

        string sourcePattern = context.Text("source_did_pattern", CharacterFilter.DidPattern);
        string patterns = context.Text("new_dids", CharacterFilter.DidPatterns);
        if (sourcePattern.Length is < DidRights.ShortestPattern or > DidRights.LongestPattern
            || patterns.Length is < DidRights.ShortestPattern or > LongestPatterns)
        {
            context.Response.Line("ERROR: copy_did YOU MUST USE ALL REQUIRED FIELDS: |", context.CallerName, sourcePattern, patterns);
            return;
        }

        if (context.World.FindDid(sourcePattern) is not Did source)
        {
            context.Response.Line("ERROR: copy_did SOURCE DID DOES NOT EXIST: |", context.CallerName, sourcePattern);
            return;
        }

        Copy(context, source, sourcePattern, patterns.Split(','));
    }

    private static void Copy(FunctionContext context, Did source, string sourcePattern, string[] patterns)
    {
        string description = context.Text("did_description", CharacterFilter.SettingName);
        int added = 0;
        int failed = 0;
        foreach (string pattern in patterns)
        {
            if (context.World.FindDid(pattern) is not null)
            {
                failed++;
                context.Response.Line("NOTICE: copy_did DID ALREADY EXISTS - ", context.CallerName, pattern);
                continue;
            }

            if (description.Length is not 0 and (< 6 or > 50))
            {
                context.Response.Line(
                    "ERROR: copy_did DID DESCRIPTION MUST BE EITHER BLANK OR FROM 6 TO 50 CHARACTERS, THIS IS AN OPTIONAL FIELD: |",
                    context.CallerName,
                    description);
                return;
            }

            Did did = context.World.AddDid(pattern);
            did.Description = description.Length == 0 ? source.Description : description;
            did.IsActive = source.IsActive;
            foreach (KeyValuePair<string, string> column in source.Columns)
            {
                did.Columns[column.Key] = column.Value;
            }

            added++;
            context.Response.Line(
                "NOTICE: copy_did DID HAS BEEN ADDED - ", context.CallerName, pattern, sourcePattern, FunctionContext.Number(did.Id), "1");
        }

        context.Response.Line(
            added > 0 ? "SUCCESS: copy_did DIDS HAVE BEEN ADDED - " : "ERROR: copy_did NO DIDS ADDED - ",
            context.CallerName,
            sourcePattern,
            FunctionContext.Number(added),
            FunctionContext.Number(failed));
    }
}
