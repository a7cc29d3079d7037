using System.Management.Automation;
using System.Security;
using Vicidial.Client;
using Vicidial.Client.Functions;
using Vicidial.Client.Records.Users;
using VicidialPS.Binding;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Users;

/// <summary>Changes a user (API function <c>update_user</c>).</summary>
[Cmdlet(VerbsCommon.Set, "VicidialUser", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[ApiFunction("update_user")]
[ChangeDescription("Change user", "{User}")]
[OutputType(typeof(UserChange))]
public sealed class SetUserCommand : SetCommand<UserChange>
{
    /// <summary>The user account.</summary>
    [Parameter(Position = 0)]
    [Field(Identity = true), Alias("agent_user")]
    [ArgumentCompleter(typeof(UserCompleter))]
    public string? User { get; set; }

    /// <summary>The password. A plain text is taken as well, as a sheet has it.</summary>
    [Parameter]
    [Field, Alias("agent_pass")]
    [SecretFromText]
    public SecureString? Password { get; set; }

    /// <summary>The level, 1 to 9.</summary>
    [Parameter]
    [Field, Alias("agent_user_level")]
    public int? UserLevel { get; set; }

    /// <summary>The name.</summary>
    [Parameter]
    [Field, Alias("agent_full_name")]
    public string? FullName { get; set; }

    /// <summary>The user group.</summary>
    [Parameter]
    [Field, Alias("agent_user_group")]
    [ArgumentCompleter(typeof(UserGroupCompleter))]
    public string? UserGroup { get; set; }

    /// <summary>The login of the user's phone.</summary>
    [Parameter]
    [Field, Alias("phone_login")]
    [ArgumentCompleter(typeof(PhoneCompleter))]
    public string? PhoneLogin { get; set; }

    /// <summary>The password of that login.</summary>
    [Parameter]
    [Field, Alias("phone_pass")]
    [SecretFromText]
    public SecureString? PhonePassword { get; set; }

    /// <summary>Whether statuses may be given by keys.</summary>
    [Parameter]
    [Field, Alias("hotkeys_active")]
    public bool? HotkeysActive { get; set; }

    /// <summary>The user's voicemail box.</summary>
    [Parameter]
    [Field, Alias("voicemail_id")]
    [ArgumentCompleter(typeof(VoicemailBoxCompleter))]
    public string? VoicemailId { get; set; }

    /// <summary>The mail address.</summary>
    [Parameter]
    [Field("email")]
    public string? Email { get; set; }

    /// <summary>Custom field 1 of the user.</summary>
    [Parameter]
    [Field, Alias("custom_one")]
    public string? CustomOne { get; set; }

    /// <summary>Custom field 2 of the user.</summary>
    [Parameter]
    [Field, Alias("custom_two")]
    public string? CustomTwo { get; set; }

    /// <summary>Custom field 3 of the user.</summary>
    [Parameter]
    [Field, Alias("custom_three")]
    public string? CustomThree { get; set; }

    /// <summary>Custom field 4 of the user.</summary>
    [Parameter]
    [Field, Alias("custom_four")]
    public string? CustomFour { get; set; }

    /// <summary>Custom field 5 of the user.</summary>
    [Parameter]
    [Field, Alias("custom_five")]
    public string? CustomFive { get; set; }

    /// <summary>How many seconds the user has behind a call; -1 leaves it to the campaign.</summary>
    [Parameter]
    [Field, Alias("wrapup_seconds_override")]
    public int? WrapUpSec { get; set; }

    /// <summary>The in-groups of the user.</summary>
    [Parameter]
    [Field, Alias("in_groups")]
    [ArgumentCompleter(typeof(InGroupCompleter))]
    public string[]? InGroupId { get; set; }

    /// <summary>Whether the account may be used.</summary>
    [Parameter]
    [Field("active"), Alias("IsActive")]
    public bool? Active { get; set; }

    /// <summary>The campaign whose rank and grade change; needs -CampaignRankGradeOnly.</summary>
    [Parameter]
    [Field, Alias("campaign_id")]
    [ArgumentCompleter(typeof(CampaignCompleter))]
    public string? CampaignId { get; set; }

    /// <summary>The rank for calls of that campaign, -9 to 9.</summary>
    [Parameter]
    [Field, Alias("campaign_rank")]
    public int? CampaignRank { get; set; }

    /// <summary>The grade for calls of that campaign, 1 to 10.</summary>
    [Parameter]
    [Field, Alias("campaign_grade")]
    public int? CampaignGrade { get; set; }

    /// <summary>Changes rank and grade in -CampaignId alone, not in all campaigns.</summary>
    [Parameter]
    [Field, Alias("camp_rg_only")]
    public bool? CampaignRankGradeOnly { get; set; }

    /// <summary>The in-group whose rank and grade change; needs -InGroupRankGradeOnly.</summary>
    [Parameter]
    [Field, Alias("group_id")]
    [ArgumentCompleter(typeof(InGroupCompleter))]
    public string? RankInGroupId { get; set; }

    /// <summary>The rank for calls of that in-group, -9 to 9.</summary>
    [Parameter]
    [Field, Alias("ingroup_rank")]
    public int? InGroupRank { get; set; }

    /// <summary>The grade for calls of that in-group, 1 to 10.</summary>
    [Parameter]
    [Field, Alias("ingroup_grade")]
    public int? InGroupGrade { get; set; }

    /// <summary>Changes rank and grade in -RankInGroupId alone, not in all in-groups.</summary>
    [Parameter]
    [Field, Alias("ingrp_rg_only")]
    public bool? InGroupRankGradeOnly { get; set; }

    private protected override string PlainParameter => nameof(User);

    private protected override void Finish(ApiRequest request)
    {
        RequireScope(request, nameof(CampaignId), nameof(CampaignRankGradeOnly));
        RequireScope(request, nameof(RankInGroupId), nameof(InGroupRankGradeOnly));
        base.Finish(request);
    }

    // The dialer takes no notice of the id alone, and changes ranks and grades everywhere.
    private void RequireScope(ApiRequest request, string id, string scope)
    {
        if (request.Find(Plan.FindWireName(id)!) is not null && request.Find(Plan.FindWireName(scope)!) is null)
        {
            throw new DialerException("RequiredFieldMissing", DialerErrorKind.InvalidArgument, $"-{id} needs -{scope}: without $true there the dialer changes the user's rank and grade everywhere, with $false it does so as you say.");
        }
    }
}
