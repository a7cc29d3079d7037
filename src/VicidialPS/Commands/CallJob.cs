using Vicidial.Client;
using VicidialPS.Commands.Loads;
using VicidialPS.Connections;

namespace VicidialPS.Commands;

/// <summary>A call to make, with the input it is for. Without a call it stands for an input that is refused here.</summary>
internal sealed class CallJob(object? input)
{
    /// <summary>What errors name as their target.</summary>
    public object? Input { get; } = input;

    /// <summary>Where the call goes; null where that could not be found out.</summary>
    public VicidialConnection? Connection { get; set; }

    /// <summary>Whether the input itself named the connection, so that the next one may name another.</summary>
    public bool NamedConnection { get; set; }

    /// <summary>The call.</summary>
    public ApiCall? Call { get; set; }

    /// <summary>The call, with the pace that its load keeps.</summary>
    public ApiCall PacedCall
    {
        get
        {
            Call!.Pace = Item?.Pace;
            return Call;
        }
    }

    /// <summary>The rows of the load that go out with it.</summary>
    public LoadItem? Item { get; set; }
}
