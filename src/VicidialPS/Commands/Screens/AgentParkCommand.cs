using System.Collections.Generic;
using System.Linq;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Requests;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Screens;

/// <summary>Parks a call of an agent, or takes it back. The agent's state shows whether the customer is parked.</summary>
public abstract class AgentParkCommand : AgentStateCommand
{
    private protected const string Transfer = "Transfer";
    private protected const string Parked = "PARK";
    private const string ValueField = "value";

    /// <summary>The party, as it was given.</summary>
    private protected abstract string PartyName { get; }

    /// <summary>The value on the wire.</summary>
    private protected abstract string Value { get; }

    private protected override void Check()
    {
        if (Wait && PartyName == Transfer)
        {
            throw new DialerException(
                "WaitNotPossible",
                DialerErrorKind.InvalidArgument,
                $"-Wait does not go with -Party {Transfer}: the dialer tells of the customer alone whether he is parked."
            );
        }
    }

    private protected override IReadOnlyList<ApiRequest> MakeRequests(VicidialConnection connection)
        => base.MakeRequests(connection).Select(request => request.Add(ValueField, Value)).ToArray();
}
