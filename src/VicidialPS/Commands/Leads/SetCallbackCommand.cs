using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Records.Leads;
using Vicidial.Client.Records.Reading;
using Vicidial.Client.Requests;
using VicidialPS.Binding;
using VicidialPS.Commands.Changes;
using VicidialPS.Completion;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Leads;

/// <summary>Creates or changes the callback of a lead (API function <c>update_lead</c>).</summary>
[Cmdlet(VerbsCommon.Set, "VicidialCallback", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[ApiFunction("update_lead")]
[ChangeDescription("Set the callback of lead", "{LeadId}")]
[FixedField("callback", "Y")]
[OutputType(typeof(CallbackChange))]
public sealed partial class SetCallbackCommand : SetCommand<CallbackChange>, ICallbackFields
{
    /// <summary>The lead, by number.</summary>
    [Parameter(Position = 0)]
    [Field(Identity = true, Required = true), Alias("lead_id")]
    [NumberFromText]
    [NoFileNames]
    public long? LeadId { get; set; }

    /// <summary>When to call, in the dialer's local time.</summary>
    [Parameter(Position = 1)]
    [Field, Alias("callback_datetime")]
    public object? CallbackTime { get; set; }

    /// <summary>The campaign. A new callback needs it; one that is there keeps its own.</summary>
    [Parameter]
    [Field, Alias("campaign_id")]
    [ArgumentCompleter(typeof(CampaignCompleter))]
    public string? CampaignId { get; set; }

    private protected override string PlainParameter => nameof(LeadId);

    private protected override Task<object?>? RunAsync(ApiRequest request, VicidialConnection connection, CancellationToken cancellationToken)
        => SetAsync(request, connection, cancellationToken);

    private async Task<object?> SetAsync(ApiRequest request, VicidialConnection connection, CancellationToken cancellationToken)
    {
        List<Callback>? found = await ReadCallbacksAsync(request, connection, cancellationToken).ConfigureAwait(false);
        if (found is null or { Count: 0 })
        {
            RequireForNew(request, isKnown: found is not null);
        }

        List<Callback> callbacks = found ?? [];

        // The dialer changes the lead's first callback, whatever its status.
        if (callbacks.OrderBy(static callback => callback.EntryDate).FirstOrDefault() is { } first && !IsOpen(first) && callbacks.Any(IsOpen))
        {
            throw new DialerException(
                "CallbackNotReachable",
                DialerErrorKind.State,
                $"Lead {request.Find("lead_id")} has an open callback, but the dialer would change its older one of "
                + $"{first.CallbackTime:s} ({first.CallbackStatus})."
            );
        }

        await CallbackTargetsOf(connection)
            .CheckAsync(
                request.Find(Plan.FindWireName(nameof(CampaignId))!),
                request.Find(Plan.FindWireName(nameof(CallbackUser))!),
                cancellationToken
            )
            .ConfigureAwait(false);
        return await InvokeAsync(request, connection, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The callbacks of the lead, or null if the dialer or the account does not allow a look.</summary>
    private async Task<List<Callback>?> ReadCallbacksAsync(ApiRequest request, VicidialConnection connection, CancellationToken cancellationToken)
    {
        var callbacks = new List<Callback>();
        try
        {
            ApiRequest ask = request
                .Beside(ApiCatalog.Get(DialerApi.NonAgent, "lead_callback_info"))
                .Add("lead_id", request.Find("lead_id")!)
                .Add("search_location", "CURRENT");
            using RecordReader<Callback> reader = await connection.Client.QueryAsync<Callback>(ask, Log, cancellationToken).ConfigureAwait(false);
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false) is { } batch)
            {
                callbacks.AddRange(batch.Records);
            }
        }
        catch (DialerException failure) when (failure.Kind is DialerErrorKind.TooOld or DialerErrorKind.Permission)
        {
            return null;
        }
        catch (DialerException failure) when (failure.Kind is DialerErrorKind.NotFound or DialerErrorKind.Empty)
        {
            // The lead has no callback, or it does not exist; in that case, the change reports the error.
        }

        return callbacks;
    }

    /// <summary>Rejects a new callback that the dialer would store without a time or without an owner.</summary>
    private void RequireForNew(ApiRequest request, bool isKnown)
    {
        if (string.IsNullOrEmpty(request.Find(Plan.FindWireName(nameof(CallbackTime))!)))
        {
            throw new DialerException(
                "RequiredFieldMissing",
                DialerErrorKind.InvalidArgument,
                "-CallbackTime is missing. The dialer would store the new callback for 0000-00-00."
            );
        }

        if (
            isKnown
            && !string.IsNullOrEmpty(request.Find(Plan.FindWireName(nameof(CallbackUser))!))
            && request.Find(Plan.FindWireName(nameof(CallbackType))!) != "USERONLY"
        )
        {
            throw new DialerException(
                "RequiredFieldMissing",
                DialerErrorKind.InvalidArgument,
                "-CallbackUser needs -CallbackType USERONLY. The dialer drops the user of any other new callback."
            );
        }
    }

    private static bool IsOpen(Callback callback) => callback.CallbackStatus is "ACTIVE" or "LIVE";

    // In a callback record or its CSV row, the columns CallbackType (CURRENT) and CallbackStatus (ACTIVE) mean something else than the
    // parameters of these names, and other columns contain the values of the parameters.
    private protected override PSObject Translate(PSObject input)
    {
        if (input.Properties[nameof(Callback.Recipient)] is null)
        {
            return input;
        }

        var meant = new PSObject();
        Take(nameof(LeadId), nameof(Callback.LeadId));
        Take(nameof(CallbackTime), nameof(Callback.CallbackTime));
        Take(nameof(CallbackType), nameof(Callback.Recipient));
        Take(nameof(CallbackStatus), nameof(Callback.LeadStatus));
        Take(nameof(CallbackUser), nameof(Callback.User));
        Take(nameof(CallbackComments), nameof(Callback.Comments));
        Take(nameof(CampaignId), nameof(Callback.CampaignId));
        return meant;

        void Take(string parameter, string property)
        {
            if (input.Properties[property] is { } found)
            {
                meant.Properties.Add(new PSNoteProperty(parameter, found.Value));
            }
        }
    }
}
