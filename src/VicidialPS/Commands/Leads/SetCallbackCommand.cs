using Vicidial.Client;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Operations;
using Vicidial.Client.Records.Leads;
using Vicidial.Client.Requests;
using Vicidial.Client.Text;
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
    /// <summary>The number of the lead. It can be piped as a plain number.</summary>
    [Parameter(Position = 0)]
    [Field(Identity = true, Required = true), Alias("lead_id")]
    [NumberFromText]
    [NoFileNames]
    public long? LeadId { get; set; }

    /// <summary>
    /// When to call, in the dialer's local time: a date and time, NOW, or a number of days such as 3DAYS. A text with an offset from UTC is
    /// rejected.
    /// </summary>
    [Parameter(Position = 1)]
    [Field(IsDate = true), Alias("callback_datetime")]
    public object? CallbackTime { get; set; }

    /// <summary>The campaign that the callback belongs to. A new callback needs it.</summary>
    [Parameter]
    [Field, Alias("campaign_id")]
    [ArgumentCompleter(typeof(CampaignCompleter))]
    public string? CampaignId { get; set; }

    /// <summary>
    /// Sends the change without checking the callbacks of the lead. Use it if the dialer or the account cannot read callbacks, and the lead
    /// has no finished one: the dialer changes the oldest callback of a lead. On dialers that cannot list callbacks, the campaign and the
    /// user are not checked either.
    /// </summary>
    [Parameter]
    public SwitchParameter SkipCallbackCheck { get; set; }

    private protected override string PlainParameter => nameof(LeadId);

    private protected override Task<object?>? RunAsync(ApiRequest request, VicidialConnection connection, CancellationToken cancellationToken)
        => SetAsync(request, connection, cancellationToken);

    private async Task<object?> SetAsync(ApiRequest request, VicidialConnection connection, CancellationToken cancellationToken)
    {
        IReadOnlyList<Callback>? found = SkipCallbackCheck
            ? null
            : await FindCallbacksAsync(request, connection, cancellationToken).ConfigureAwait(false);
        if (found is null or { Count: 0 })
        {
            RequireForNew(request, connection.Client, isKnown: found is not null);
        }

        LeadCallbacks.RequireOpen(request, found ?? []);
        await CallbackTargetsOf(connection)
            .CheckAsync(
                request.Find(Plan.FindWireName(nameof(CampaignId))!),
                request.Find(Plan.FindWireName(nameof(CallbackUser))!),
                cancellationToken
            )
            .ConfigureAwait(false);
        return await InvokeAsync(request, connection, cancellationToken).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<Callback>?> FindCallbacksAsync(
        ApiRequest request,
        VicidialConnection connection,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await LeadCallbacks.ReadAsync(connection.Client, request, Log, cancellationToken).ConfigureAwait(false);
        }
        catch (DialerException failure) when (failure.Kind == DialerErrorKind.TooOld && !LeadCallbacks.IsUnknownTo(connection.Client))
        {
            // The release has the lookup, so only the response to this one is missing.
            return null;
        }
        catch (DialerException failure) when (failure.Kind is DialerErrorKind.TooOld or DialerErrorKind.Permission)
        {
            // The dialer would change the oldest callback of the lead, which may be a finished one, and leave the open one as it is.
            throw failure.WithCause(
                $"The callbacks of lead {LeadIdOf(request)} cannot be checked, and the dialer would change the oldest one, even if it is finished. "
                    + $"{failure.Cause} Use -{nameof(SkipCallbackCheck)} if the lead has no finished callback."
            );
        }
    }

    private string? LeadIdOf(ApiRequest request) => request.Find(Plan.FindWireName(nameof(LeadId))!);

    /// <summary>Rejects a callback that is new, or may be new, and that the dialer would store without a time or without an owner.</summary>
    private void RequireForNew(ApiRequest request, DialerClient client, bool isKnown)
    {
        string would = isKnown ? "The dialer would store the new callback" : "If the lead has no callback, the dialer would store one";
        Require(nameof(CallbackTime), $"{would} for 0000-00-00.");

        // Before release 2.14-107, the type has no default.
        if (LeadCallbacks.IsUnknownTo(client) && (client.Versions.GenerationOf(DialerApi.NonAgent).Releases & DialerReleases.R69) != 0)
        {
            Require(nameof(CallbackType), $"{would} that no agent gets.");
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

        void Require(string parameter, string otherwise)
        {
            if (string.IsNullOrEmpty(request.Find(Plan.FindWireName(parameter)!)))
            {
                throw new DialerException("RequiredFieldMissing", DialerErrorKind.InvalidArgument, $"-{parameter} is missing. {otherwise}");
            }
        }
    }

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
