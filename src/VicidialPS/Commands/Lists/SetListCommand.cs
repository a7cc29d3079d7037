using System;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using Vicidial.Client.Errors;
using Vicidial.Client.Records.Lists;
using Vicidial.Client.Requests;
using Vicidial.Client.Responses;
using VicidialPS.Binding;
using VicidialPS.Commands.Changes;
using VicidialPS.Completion;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Lists;

/// <summary>Changes a list of leads (API function <c>update_list</c>).</summary>
[Cmdlet(VerbsCommon.Set, "VicidialList", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[ApiFunction("update_list")]
[ChangeDescription("Change list", "{ListId}")]
[OutputType(typeof(ListChange))]
public sealed partial class SetListCommand : SetCommand<ListChange>, IListFields
{
    private const string ListField = "list_id";
    private const string ExpirationField = "expiration_date";
    private const string ResetField = "reset_time";
    private const string Replacing = "REPLACE";

    /// <summary>The list, by number.</summary>
    [Parameter(Position = 0)]
    [Field(Identity = true), Alias("list_id")]
    [ArgumentCompleter(typeof(ListCompleter))]
    [NumberFromText]
    public long? ListId { get; set; }

    /// <summary>Makes the list where it does not exist.</summary>
    [Parameter]
    [Field, Alias("insert_if_not_found")]
    public SwitchParameter InsertIfNotFound { get; set; }

    /// <summary>Does not ask before REPLACE, which destroys the list's own custom fields and what leads have in them.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override string PlainParameter => nameof(ListId);

    private protected override bool IsForced => Force;

    private protected override string? FindLoss(ApiRequest request)
        => string.Equals(request.Find(Plan.FindWireName(nameof(CustomFieldCopyMethod))!), Replacing, StringComparison.OrdinalIgnoreCase)
            ? $"List {request.Find(ListField)} loses its own custom fields and the values that its leads have in them."
            : null;

    // In one request, the expiration date would overwrite the reset times, so each goes in its own request.
    private protected override async Task<object?> RunAsync(ApiRequest request, VicidialConnection connection, CancellationToken cancellationToken)
    {
        if (request.Find(ExpirationField) is not { } expiration || request.Find(ResetField) is null)
        {
            return await InvokeAsync(request, connection, cancellationToken).ConfigureAwait(false);
        }

        request.Remove(ExpirationField);
        object? result = await InvokeAsync(request, connection, cancellationToken).ConfigureAwait(false);
        ApiRequest second = new ApiRequest(request.Function).Add(ListField, request.Find(ListField)!).Add(ExpirationField, expiration);
        try
        {
            await InvokeAsync(second, connection, cancellationToken).ConfigureAwait(false);
            return result;
        }
        catch (DialerException failure)
        {
            throw failure.AfterDoing($"Everything but the expiration date of list {request.Find(ListField)} was changed.");
        }
    }

    private protected override object? ReadResult(ApiRequest request, DialerResponse response, string connectionName) =>
        CustomFieldOutcome.Check(base.ReadResult(request, response, connectionName));
}
