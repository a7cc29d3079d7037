using System;

namespace Vicidial.Simulator.Hosting;

/// <summary>What a client sent cannot be read as HTTP; carries the page to answer with.</summary>
internal sealed class BadRequestException(SimulatorResponse response) : Exception("The request is not valid HTTP.")
{
    public SimulatorResponse Response { get; } = response;

    public static BadRequestException Malformed() =>
        new(SimulatorResponse.ServerPage(400, "Bad Request", "Your browser sent a request that this server could not understand."));

    public static BadRequestException HeaderTooLarge() =>
        new(SimulatorResponse.ServerPage(400, "Bad Request", "The size of the request header exceeds this server's limit."));

    public static BadRequestException AddressTooLong() =>
        new(SimulatorResponse.ServerPage(414, "Request-URI Too Long", "The requested URL's length exceeds the capacity limit for this server."));

    public static BadRequestException BodyTooLarge() =>
        new(SimulatorResponse.ServerPage(413, "Request Entity Too Large", "The request's body is larger than this server takes."));
}
