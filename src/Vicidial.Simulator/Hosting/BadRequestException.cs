using System;

namespace Vicidial.Simulator.Hosting;

/// <summary>What a client sent cannot be read as HTTP; carries the page to answer with.</summary>
internal sealed class BadRequestException(SimulatorReply reply) : Exception("The request is not valid HTTP.")
{
    public SimulatorReply Reply { get; } = reply;

    public static BadRequestException Malformed() =>
        new(SimulatorReply.ServerPage(400, "Bad Request", "Your browser sent a request that this server could not understand."));

    public static BadRequestException HeaderTooLarge() =>
        new(SimulatorReply.ServerPage(400, "Bad Request", "The size of the request header exceeds this server's limit."));

    public static BadRequestException AddressTooLong() =>
        new(SimulatorReply.ServerPage(414, "Request-URI Too Long", "The requested URL's length exceeds the capacity limit for this server."));

    public static BadRequestException BodyTooLarge() =>
        new(SimulatorReply.ServerPage(413, "Request Entity Too Large", "The request's body is larger than this server takes."));
}
