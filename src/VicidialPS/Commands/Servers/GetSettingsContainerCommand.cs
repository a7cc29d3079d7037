using Vicidial.Client.Records.Servers;
using VicidialPS.Binding;
using VicidialPS.Commands.Queries;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Servers;

/// <summary>Gets the settings containers of one type (API function <c>container_list</c>).</summary>
[Cmdlet(VerbsCommon.Get, "VicidialSettingsContainer")]
[ApiFunction("container_list")]
[DecidedField("comments", "used only by web pages")]
[OutputType(typeof(SettingsContainer))]
public sealed class GetSettingsContainerCommand : PipedQueryCommand<SettingsContainer>
{
    /// <summary>The type of container, such as OTHER.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Field, Alias("type")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ContainerTypeCompleter))]
    public string ContainerType { get; set; } = string.Empty;

    /// <summary>
    /// Returns only containers with these names. Wildcards are allowed. Case does not matter. A name without wildcards that no dialer has
    /// is an error.
    /// </summary>
    [Parameter(ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ContainerCompleter))]
    [NameOfInput(nameof(ContainerId), KeepsOthers = true)]
    public string[]? ContainerId { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => AskNamed<SettingsContainer>(nameof(ContainerId), ContainerId, static record => record.ContainerId);
}
