using Vicidial.Client.Wire;

namespace Vicidial.Client.Records.Screens;

/// <summary>The web phone of an agent (API function <c>webphone_url</c>).</summary>
public sealed class WebPhone : DialerRecord
{
    /// <summary>The agent that was asked for.</summary>
    [RequestField("agent_user")]
    public string? User { get; internal set; }

    /// <summary>The key of another system by which the agent was asked for.</summary>
    [RequestField("alt_user")]
    public string? AlternateUser { get; internal set; }

    /// <summary>Where the web phone is. The address may log in to it, so its values are masked wherever it is shown.</summary>
    [Column("url")]
    public SecretAddress? Url { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => $"{Url}";
}
