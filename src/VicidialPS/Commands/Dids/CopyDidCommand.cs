using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Records.Dids;
using Vicidial.Client.Records.Reading;
using Vicidial.Client.Requests;
using Vicidial.Client.Responses;
using VicidialPS.Binding;
using VicidialPS.Commands.Changes;
using VicidialPS.Completion;
using VicidialPS.Requests;

namespace VicidialPS.Commands.Dids;

/// <summary>Creates DIDs as copies of another one (API function <c>copy_did</c>).</summary>
[Cmdlet(VerbsCommon.Copy, "VicidialDid", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[ApiFunction("copy_did")]
[ChangeDescription("Copy DID {SourceDidPattern} to {NewDidPattern}")]
[OutputType(typeof(DidCopy))]
[TurnKey(nameof(SourceDidPattern))]
[TurnKey(nameof(NewDidPattern))]
public sealed class CopyDidCommand : ChangeCommand<DidCopy>
{
    /// <summary>
    /// The DID to copy. A column or property SourceDidPattern or source_did_pattern or did_pattern of a piped object also sets it.
    /// </summary>
    [Parameter(Position = 0)]
    [Field(Identity = true), Alias("source_did_pattern", "did_pattern")]
    [ArgumentCompleter(typeof(DidCompleter))]
    public string? SourceDidPattern { get; set; }

    /// <summary>The new DIDs. In a column, separate them with commas.</summary>
    [Parameter(Position = 1)]
    [Field, Alias("new_dids")]
    [NoFileNames]
    public string[]? NewDidPattern { get; set; }

    /// <summary>The description of the DIDs. Without it, the description of the DID that is copied.</summary>
    [Parameter]
    [Field, Alias("did_description")]
    [NoFileNames]
    public string? DidDescription { get; set; }

    private protected override string PlainParameter => nameof(SourceDidPattern);

    // The response has a line for each DID. DIDs that an attempt without a response created are reported as existing by the next attempt.
    private protected override object? ReadResult(ApiRequest request, DialerResponse response, string connectionName)
        => response.Notices.Select(line => line.Shape?.NoticeKind == NoticeKind.Refused && !response.WasDoneBefore
            ? (object)new ItemFailure(DialerException.Refusal(request.Function, line), (object?)InputObject ?? line["new_did"] ?? line.Raw)
            : Remember(ChangeReader.ReadLine<DidCopy>(connectionName, request, response, line))).ToArray();
}
