using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Operations;
using Vicidial.Client.Records.Servers;
using Vicidial.Client.Requests;
using VicidialPS.Binding;
using VicidialPS.Commands.Agents;
using VicidialPS.Commands.Leads;
using VicidialPS.Completion;
using VicidialPS.Connections;
using VicidialPS.Output;

namespace VicidialPS.Commands.Connections;

/// <summary>
/// Tests a connection step by step: the server, the versions, the login, the permissions, and the clock. A failed step is part of the
/// result, not an error.
/// </summary>
[Cmdlet(VerbsDiagnostic.Test, "VicidialConnection", DefaultParameterSetName = ByConnection)]
[OutputType(typeof(ConnectionTest))]
public sealed class TestConnectionCommand : ConnectionSettingsCommand
{
    private const string ByConnection = "Connection";
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(30);

    // The dialer checks permissions first. With these values it then rejects the request or finds nothing, so nothing changes.
    private static readonly (Type Command, string? Parameter, string Value)[] RightProbes =
    [
        (typeof(GetLoggedInAgentCommand), nameof(GetLoggedInAgentCommand.CampaignId), "-"),
        (typeof(AddLeadCommand), null, string.Empty),
    ];

    /// <summary>
    /// The connections to test: names, which may contain wildcards, or connection objects. The default is the default connection.
    /// </summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ParameterSetName = ByConnection)]
    [Alias("ConnectionName")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ConnectionNameCompleter))]
    public ConnectionReference[]? Connection { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == ByAddress)
        {
            TestAddress();
            return;
        }

        if (FindInputProblem() is { } nothing)
        {
            WriteFailure(nothing, null);
            return;
        }

        foreach (ConnectionReference? reference in Connection is { Length: > 0 } several ? several : new ConnectionReference?[] { null })
        {
            try
            {
                foreach (VicidialConnection connection in VicidialSession.Current.Resolve(reference))
                {
                    WriteObject(Test(connection));
                }
            }
            catch (DialerException failure)
            {
                WriteFailure(failure, reference?.Name);
            }
        }
    }

    private static ConnectionCheck Failed(DialerException failure) => new(false, failure.Cause, failure.Remedy);

    private void TestAddress()
    {
        try
        {
            using VicidialConnection connection = CreateConnection();
            WarnOfRisks(connection);
            VicidialSession.Current.Trace(connection);
            WriteObject(Test(connection));
        }
        catch (DialerException failure)
        {
            // With such parameters, no request is possible.
            ThrowFailure(failure, null);
        }
    }

    private ConnectionTest Test(VicidialConnection connection)
    {
        var test = new ConnectionTest(connection.Name, connection.Uri);
        test.NonAgentApi = TestVersion(connection, DialerApi.NonAgent, test);
        if (test.Reachable.Passed == false)
        {
            return test;
        }

        test.AgentApi = TestVersion(connection, DialerApi.Agent, test);
        TestClock(connection, test);
        if (test.NonAgentApi.Passed == true)
        {
            test.Login = TestLogin(connection, DialerApi.NonAgent);
        }

        // A second wrong login would count toward the lockout.
        if (test.AgentApi.Passed == true && test.Login.Passed != false)
        {
            test.AgentLogin = TestLogin(connection, DialerApi.Agent);
        }

        if (test.Login.Passed == true)
        {
            test.Rights = TestRights(connection);
        }

        return test;
    }

    private ConnectionCheck TestVersion(VicidialConnection connection, DialerApi api, ConnectionTest test)
    {
        try
        {
            ServerVersion version = WaitFor(connection.Client.Versions.ReadAsync(api, Log, StopToken));
            test.Reachable = new ConnectionCheck(true, "the dialer responds", string.Empty);
            return new ConnectionCheck(true, version.ToString(), string.Empty);
        }
        catch (DialerException failure)
        {
            if (test.Reachable.Passed != true)
            {
                bool answered = failure.Response is not null;
                test.Reachable = answered ? new ConnectionCheck(true, "a server responds", string.Empty) : Failed(failure);
            }

            return Failed(failure);
        }
    }

    private static void TestClock(VicidialConnection connection, ConnectionTest test)
    {
        ServerVersion? version = connection.Client.Versions.Known(DialerApi.NonAgent) ?? connection.Client.Versions.Known(DialerApi.Agent);
        if (version?.Epoch is not { } epoch)
        {
            return;
        }

        TimeSpan difference = DateTimeOffset.FromUnixTimeSeconds(epoch) - DateTimeOffset.UtcNow;
        test.ClockDifference = TimeSpan.FromSeconds(Math.Round(difference.TotalSeconds));
        test.UtcOffset = connection.UtcOffset;
        bool near = difference.Duration() <= ClockTolerance;
        string zone = connection.UtcOffset is { } offset
            ? string.Format(CultureInfo.InvariantCulture, ", UTC{0:+0.##;-0.##;+0}", offset.TotalHours)
            : string.Empty;
        test.Clock = new ConnectionCheck(
            near,
            string.Format(CultureInfo.InvariantCulture, "{0:0} s from this computer's clock{1}", difference.TotalSeconds, zone),
            near ? string.Empty : "Synchronize both clocks with a time server: callbacks and reports depend on them.");
    }

    private ConnectionCheck TestLogin(VicidialConnection connection, DialerApi api)
    {
        try
        {
            WaitFor(LoginCheck.RunAsync(connection.Client, api, Log, StopToken));
            return new ConnectionCheck(true, $"{connection.User} can log in", string.Empty);
        }
        catch (DialerException failure)
        {
            return Failed(failure);
        }
    }

    private ConnectionCheck TestRights(VicidialConnection connection)
    {
        var missing = new List<string>();
        var absent = new List<string>();
        foreach ((Type command, string? parameter, string value) in RightProbes)
        {
            CommandPlan plan = CommandPlan.For(command);
            ApiFunction function = plan.Function;
            var request = new ApiRequest(function);
            if (parameter is not null)
            {
                request.Add(plan.FindByParameter(parameter).First().WireName, value);
            }

            try
            {
                WaitFor(connection.Client.InvokeAsync(request, Log, StopToken));
            }
            catch (DialerException failure)
            {
                if (failure.Kind == DialerErrorKind.TooOld)
                {
                    absent.Add(function.Name);
                }
                else if (failure.Kind == DialerErrorKind.Permission && failure.ErrorId != "Vicidial.ListNotAllowed")
                {
                    // The dialer checks the allowed lists after the permissions, so this error means that the permissions are sufficient.
                    missing.Add(function.Name);
                }
            }
        }

        if (missing.Count == 0 && absent.Count > 0)
        {
            return new ConnectionCheck(
                null,
                $"the dialer is too old for {string.Join(", ", absent)}; no other permission is missing",
                string.Empty
            );
        }

        return missing.Count == 0
            ? new ConnectionCheck(true, "can see agents and add leads", string.Empty)
            : new ConnectionCheck(false, "no permission for " + string.Join(", ", missing), string.Join(" ", missing.Select(DescribeNeed)));
    }

    private static string DescribeNeed(string name)
    {
        ApiFunction function = ApiCatalog.Get(DialerApi.NonAgent, name);
        return $"{name} needs user level {function.MinimumLevel}, the flags {string.Join(", ", function.Rights)}, "
            + "and the function in the user's allowed API functions.";
    }
}
