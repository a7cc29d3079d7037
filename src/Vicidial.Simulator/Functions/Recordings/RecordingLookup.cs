using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Recordings;

/// <summary>recording_lookup: the recordings that match the search values.</summary>
internal sealed class RecordingLookup() : DialerFunction(DialerApi.NonAgent, "recording_lookup", "2.4-27")
{
    private const int MostRows = 100_000;
    private const int PointsNeeded = 2;

    /// <summary>The column names never include the length, even if the rows do.</summary>
    private static readonly string[] Columns = ["start_time", "user", "recording_id", "lead_id", "location"];

    public override void Run(FunctionContext context)
    {
        if (!NonAgentApi.Permits(context, context.Caller.ApiAccess && context.Caller.ViewReports, "GET RECORDING INFO"))
        {
            return;
        }

        DialerGeneration generation = context.World.Generation;
        string user = context.Text("agent_user", CharacterFilter.Id);
        string lead = context.Text("lead_id", CharacterFilter.Digits);
        string date = generation.Has("2.14-107") ? context.Text("date", CharacterFilter.DigitsAndDash) : context.Raw("date") ?? string.Empty;
        string uniqueId = generation.Has("2.10-69") ? context.Text("uniqueid", CharacterFilter.UniqueId) : string.Empty;
        string extension = generation.Has("2.14-194") ? context.Text("extension", CharacterFilter.Id) : string.Empty;
        bool byUser = user.Length is > 2 and < 21;
        bool byLead = lead.Length > 0;
        bool byDate = date.Length == 10;
        bool byUniqueId = uniqueId.Length > 8;
        bool byExtension = extension.Length > 0;
        int points = (byLead ? 2 : 0) + (byUniqueId ? 2 : 0) + (byUser ? 1 : 0) + (byDate ? 1 : 0) + (byExtension ? 1 : 0);
        if (points < PointsNeeded)
        {
            context.Response.Line("ERROR: recording_lookup INVALID SEARCH PARAMETERS: ", context.CallerName, user, lead, date, uniqueId);
            return;
        }

        string channel = uniqueId.Split('.')[0];
        var found = new List<CallRecording>();
        foreach (CallRecording recording in context.World.Recordings)
        {
            if ((!byUser || string.Equals(recording.User, user, StringComparison.OrdinalIgnoreCase))
                && (!byLead || FunctionContext.Number(recording.LeadId) == lead.TrimStart('0'))
                && (!byDate || recording.StartedAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) == date)
                && (!byUniqueId || recording.UniqueId.StartsWith(channel, StringComparison.Ordinal))
                && (!byExtension || recording.Extension == extension))
            {
                found.Add(recording);
            }
        }

        if (found.Count == 0)
        {
            context.Response.Line("ERROR: recording_lookup NO RECORDINGS FOUND - ", context.CallerName, user, lead, date, uniqueId);
            return;
        }

        Write(context, found);
    }

    private static void Write(FunctionContext context, List<CallRecording> recordings)
    {
        StableSort.By(recordings, (one, other) => one.StartedAt.CompareTo(other.StartedAt));
        string delimiter = Delimiter(context);
        bool showsLength = context.World.Generation.Has("2.14-194") && context.IsYes("duration", CharacterFilter.Id);
        if (context.WantsHeader)
        {
            context.Response.Write(string.Join(delimiter, Columns)).Write('\n');
        }

        int count = Math.Min(recordings.Count, MostRows);
        for (int i = 0; i < count; i++)
        {
            CallRecording recording = recordings[i];
            context.Response.Write(CallCenter.Stamp(recording.StartedAt)).Write(delimiter)
                .Write(recording.User).Write(delimiter)
                .Write(recording.Id).Write(delimiter)
                .Write(recording.LeadId).Write(delimiter);
            if (showsLength)
            {
                context.Response.Write(recording.Length).Write(delimiter);
            }

            context.Response.Write(recording.Location).Write('\n');
        }
    }

    /// <summary>In place of an unknown delimiter, the old release writes the word pipe.</summary>
    private static string Delimiter(FunctionContext context) =>
        context.World.Generation.Has("2.14-107") || context.Raw("stage") is "pipe" or "csv" or "tab" ? context.Delimiter.ToString() : "pipe";
}
