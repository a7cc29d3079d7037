namespace Vicidial.Client.Transport;

/// <summary>Is told of every attempt, on whatever thread it ended.</summary>
public interface IAttemptLog
{
    /// <summary>An attempt has ended.</summary>
    void Write(AttemptEvent entry);
}
