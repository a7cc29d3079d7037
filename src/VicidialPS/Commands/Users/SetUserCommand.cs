using System.Security;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Records.Users;
using Vicidial.Client.Requests;
using VicidialPS.Binding;
using VicidialPS.Commands.Changes;
using VicidialPS.Completion;
using VicidialPS.Connections;
using VicidialPS.Requests;

namespace VicidialPS.Commands.Users;

/// <summary>Changes a user (API function <c>update_user</c>).</summary>
[Cmdlet(VerbsCommon.Set, "VicidialUser", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[ApiFunction("update_user")]
[ChangeDescription("Change user", "{User}")]
[OutputType(typeof(UserChange))]
public sealed partial class SetUserCommand : SetCommand<UserChange>, IUserFields
{
    private readonly KnownCampaigns _campaigns = new(
        StringComparison.OrdinalIgnoreCase,
        "the dialer would change no rank or grade, and report success."
    );

    private readonly ActiveInGroups _inGroups = new();

    /// <summary>The user account. A column or property User or agent_user of a piped object also sets it.</summary>
    [Parameter(Position = 0)]
    [Field(Identity = true), Alias("agent_user")]
    [ArgumentCompleter(typeof(UserCompleter))]
    public string? User { get; set; }

    /// <summary>The password: letters, digits, - and _. Text is also accepted, for example from a CSV file.</summary>
    [Parameter]
    [Field, Alias("agent_pass")]
    [SecretFromText]
    public SecureString? Password { get; set; }

    /// <summary>Whether the account may be used. A column can contain Y or N.</summary>
    [Parameter]
    [Field("active", IsFlag = true), Alias("IsActive")]
    [FlagFromText]
    public bool? Active { get; set; }

    /// <summary>The campaign for -CampaignRank and -CampaignGrade. Requires -CampaignRankGradeOnly; otherwise the dialer ignores it.</summary>
    [Parameter]
    [Field, Alias("campaign_id")]
    [ArgumentCompleter(typeof(CampaignCompleter))]
    public string? CampaignId { get; set; }

    /// <summary>The rank for calls of campaigns.</summary>
    [Parameter]
    [Field, Alias("campaign_rank")]
    [NumberFromText]
    [NoFileNames]
    public int? CampaignRank { get; set; }

    /// <summary>The grade for calls of campaigns.</summary>
    [Parameter]
    [Field, Alias("campaign_grade")]
    [NumberFromText]
    [NoFileNames]
    public int? CampaignGrade { get; set; }

    /// <summary>
    /// True sets rank and grade in the campaign of -CampaignId only. The default is all campaigns. A column can contain Y or N.
    /// </summary>
    [Parameter]
    [Field(IsFlag = true), Alias("camp_rg_only")]
    [FlagFromText]
    public bool? CampaignRankGradeOnly { get; set; }

    /// <summary>
    /// The in-group for -InGroupRank and -InGroupGrade. Requires -InGroupRankGradeOnly; otherwise the dialer ignores it. The dialer drops -
    /// in it.
    /// </summary>
    [Parameter]
    [Field, Alias("group_id")]
    [ArgumentCompleter(typeof(InGroupCompleter))]
    public string? RankInGroupId { get; set; }

    /// <summary>The rank for calls of in-groups.</summary>
    [Parameter]
    [Field, Alias("ingroup_rank")]
    [NumberFromText]
    [NoFileNames]
    public int? InGroupRank { get; set; }

    /// <summary>The grade for calls of in-groups.</summary>
    [Parameter]
    [Field, Alias("ingroup_grade")]
    [NumberFromText]
    [NoFileNames]
    public int? InGroupGrade { get; set; }

    /// <summary>
    /// True sets rank and grade in the in-group of -RankInGroupId only. The default is all in-groups. A column can contain Y or N.
    /// </summary>
    [Parameter]
    [Field(IsFlag = true), Alias("ingrp_rg_only")]
    [FlagFromText]
    public bool? InGroupRankGradeOnly { get; set; }

    private protected override string PlainParameter => nameof(User);

    private protected override void Finish(ApiRequest request)
    {
        RequireScope(request, nameof(CampaignId), nameof(CampaignRankGradeOnly));
        RequireScope(request, nameof(RankInGroupId), nameof(InGroupRankGradeOnly));
        RequireId(request, nameof(CampaignId), nameof(CampaignRankGradeOnly));
        RequireId(request, nameof(RankInGroupId), nameof(InGroupRankGradeOnly));
        base.Finish(request);
    }

    private protected override Task<object?>? RunAsync(ApiRequest request, VicidialConnection connection, CancellationToken cancellationToken)
        => FindScope(request, nameof(CampaignId)) is null && FindScope(request, nameof(RankInGroupId)) is null
            ? base.RunAsync(request, connection, cancellationToken)
            : RunInScopeAsync(request, connection, cancellationToken);

    private async Task<object?> RunInScopeAsync(ApiRequest request, VicidialConnection connection, CancellationToken cancellationToken)
    {
        if (FindScope(request, nameof(CampaignId)) is { } campaign)
        {
            await _campaigns.RequireAsync(connection, campaign, Log, cancellationToken).ConfigureAwait(false);
        }

        // An old dialer ignores the in-group, and a warning has said so.
        if (
            FindScope(request, nameof(RankInGroupId)) is { } inGroup
            && !IsIgnored(request, nameof(RankInGroupId), connection)
            && await _inGroups.FindDoubtAsync(connection, inGroup, Log, cancellationToken).ConfigureAwait(false) is { } doubt
        )
        {
            PipelineThread.Post(() => WriteWarning(doubt));
        }

        return await InvokeAsync(request, connection, cancellationToken).ConfigureAwait(false);
    }

    private bool IsIgnored(ApiRequest request, string parameter, VicidialConnection connection) =>
        connection.Client.Versions.BuildOf(request.Function.Api) is { } build
        && request.FindGaps(build).Any(gap => gap.Field == Plan.FindWireName(parameter));

    private string? FindScope(ApiRequest request, string parameter) =>
        request.Find(Plan.FindWireName(parameter)!) is { Length: > 0 } scope ? scope : null;

    private protected override void WriteNotices(object result)
    {
        foreach (string doubt in _campaigns.TakeDoubts())
        {
            WriteWarning(doubt);
        }

        base.WriteNotices(result);
    }

    // Without the ID, the dialer reports SUCCESS and changes nothing.
    private void RequireId(ApiRequest request, string id, string scope)
    {
        if (request.Find(Plan.FindWireName(scope)!) == "1" && string.IsNullOrEmpty(request.Find(Plan.FindWireName(id)!)))
        {
            throw new DialerException(
                "RequiredFieldMissing",
                DialerErrorKind.InvalidArgument,
                $"-{scope} needs -{id}. Without it, the dialer changes nothing."
            );
        }
    }

    // The dialer ignores the ID alone, and changes the ranks and grades everywhere.
    private void RequireScope(ApiRequest request, string id, string scope)
    {
        if (request.Find(Plan.FindWireName(id)!) is not null && request.Find(Plan.FindWireName(scope)!) is null)
        {
            throw new DialerException(
                "RequiredFieldMissing",
                DialerErrorKind.InvalidArgument,
                $"-{id} needs -{scope}. Give $true to change rank and grade there only, or $false to change them everywhere."
            );
        }
    }
}
