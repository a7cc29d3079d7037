namespace Vicidial.Client.Wire;

/// <summary>The passwords that a request may have sent, for which its response is searched.</summary>
internal interface ISecrets
{
    /// <summary>The passwords as texts. Texts cannot be cleared, so they are made only to search a message of an unknown form.</summary>
    IReadOnlyList<string> Reveal();

    /// <summary>Whether a whole value is one of them, in any case.</summary>
    bool Has(string value);

    /// <summary>Whether the request has sent a value that is no secret, and that may be shown.</summary>
    bool IsShown(string value);
}
