using Vicidial.Simulator.Functions;
using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.Sql;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator;

/// <summary>The dialer without any transport: responds to a request from the state of the call center.</summary>
public sealed class SimulatedDialer : IRequestHandler, IOverlappingHandler
{
    private readonly CallCenter _world;
    private readonly ResponseWriter _writer = new();

    /// <summary>Makes a dialer.</summary>
    /// <param name="world">The call center.</param>
    public SimulatedDialer(CallCenter world)
    {
        _world = world ?? throw new ArgumentNullException(nameof(world));
    }

    void IOverlappingHandler.Begin(SimulatorRequest request)
    {
        lock (_world.Gate)
        {
            request.SeenDialStatuses = _world.FindCampaign(request.Field("campaign_id") ?? string.Empty)?.DialStatuses;
        }
    }

    /// <inheritdoc/>
    public SimulatorResponse Handle(SimulatorRequest request)
    {
        if (request is null)
        {
            throw new ArgumentNullException(nameof(request));
        }

        if (request.IsForRecording && request.Method is ("GET" or "HEAD"))
        {
            lock (_world.Gate)
            {
                return RecordingFiles.Answer(_world, request);
            }
        }

        if (request.Api == DialerApi.None || request.Method is not ("GET" or "POST"))
        {
            return SimulatorResponse.NotFound();
        }

        // One request at a time, as with one database, so functions need no locks.
        lock (_world.Gate)
        {
            _world.Screens.Run();
            _writer.Clear();
            var context = new FunctionContext(
                request, _world, _writer, CharacterFilter.Id.Apply(request.Field("function"), nonLatin: false));
            try
            {
                if (request.Api == DialerApi.Agent)
                {
                    AgentApi.Answer(context);
                }
                else
                {
                    NonAgentApi.Answer(context);
                }

                context.LogRequest();
            }
            catch (PhpFatalException)
            {
                context.Status = FunctionContext.ServerError;
            }

            return _writer.Finish(context.Status, context.ContentType);
        }
    }
}
