using Vicidial.Client.Records;

namespace Vicidial.Client.Events;

/// <summary>A URL for the settings of a dialer. Its text is the URL itself, including the secret if it has one.</summary>
public sealed class EventUrl
{
    internal EventUrl(string url, EventKindInfo info, IReadOnlyList<string> fields, IReadOnlyList<string> notes)
    {
        Url = url;
        Kind = info.Kind;
        Fields = new TextList(fields.ToArray());
        Setting = new EventSettings(info.Settings);
        ApiFunction = new TextList(info.ApiFunctions.ToArray());
        Since = info.Since;
        Sender = info.Sender;
        When = info.When;
        Waits = info.Waits;
        Delivery = info.Delivery;
        Notes = new TextList(notes.ToArray());
    }

    /// <summary>The URL.</summary>
    public string Url { get; }

    /// <summary>The kind.</summary>
    public EventKind Kind { get; }

    /// <summary>The variables in it.</summary>
    public TextList Fields { get; }

    /// <summary>Where an administrator can set the URL.</summary>
    public EventSettings Setting { get; }

    /// <summary>The API functions that can set it; empty if only the admin pages can.</summary>
    public TextList ApiFunction { get; }

    /// <summary>The first release that sends events of this kind.</summary>
    public string Since { get; }

    /// <summary>What sends it.</summary>
    public EventSender Sender { get; }

    /// <summary>When the dialer sends it.</summary>
    public string When { get; }

    /// <summary>Who waits for the receiver's response.</summary>
    public string Waits { get; }

    /// <summary>Which events can be lost, and which can arrive twice.</summary>
    public string Delivery { get; }

    /// <summary>Things to be aware of.</summary>
    public TextList Notes { get; }

    /// <inheritdoc/>
    public override string ToString() => Url;
}
