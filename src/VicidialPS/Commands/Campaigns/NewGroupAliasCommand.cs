using Vicidial.Client.Records.Campaigns;
using VicidialPS.Binding;
using VicidialPS.Commands.Changes;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Campaigns;

/// <summary>Creates a group alias: a caller ID that agents can choose for their calls (API function <c>add_group_alias</c>).</summary>
[Cmdlet(VerbsCommon.New, "VicidialGroupAlias", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[ApiFunction("add_group_alias")]
[ChangeDescription("Create group alias", "{CallerIdNumber}")]
[OutputType(typeof(GroupAliasChange))]
public sealed class NewGroupAliasCommand : ChangeCommand<GroupAliasChange>
{
    /// <summary>
    /// The number that is shown, in digits. A column or property CallerIdNumber or caller_id_number of a piped object also sets it.
    /// </summary>
    [Parameter(Position = 0)]
    [Field(Identity = true), Alias("caller_id_number")]
    [NoFileNames]
    public string? CallerIdNumber { get; set; }

    /// <summary>The key of the alias. The default is the number.</summary>
    [Parameter]
    [Field, Alias("group_alias_id")]
    [NoFileNames]
    public string? GroupAliasId { get; set; }

    /// <summary>The name of the alias. The default is the number.</summary>
    [Parameter]
    [Field, Alias("group_alias_name")]
    [NoFileNames]
    public string? GroupAliasName { get; set; }

    /// <summary>The name that is shown with the number.</summary>
    [Parameter]
    [Field, Alias("caller_id_name")]
    [NoFileNames]
    public string? CallerIdName { get; set; }

    /// <summary>Whether agents can use the alias. A column can contain Y or N.</summary>
    [Parameter]
    [Field("active", IsFlag = true), Alias("IsActive")]
    [FlagFromText]
    public bool? Active { get; set; }

    /// <summary>The user group that administers the alias. The dialer does not check whether it exists.</summary>
    [Parameter]
    [Field, Alias("admin_user_group")]
    [ArgumentCompleter(typeof(UserGroupCompleter))]
    public string? AdminUserGroup { get; set; }

    private protected override string PlainParameter => nameof(CallerIdNumber);
}
