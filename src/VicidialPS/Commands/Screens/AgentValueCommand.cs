using System.Collections.Generic;
using System.Linq;
using Vicidial.Client;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Screens;

/// <summary>A command to an agent's screen whose main value follows from what the user chose.</summary>
public abstract class AgentValueCommand : AgentScreenCommand
{
    private const string ValueField = "value";

    /// <summary>The value on the wire.</summary>
    private protected abstract string Value { get; }

    private protected override IReadOnlyList<ApiCall> MakeCalls(VicidialConnection connection)
        => base.MakeCalls(connection).Select(call => call.Add(ValueField, Value)).ToArray();
}
