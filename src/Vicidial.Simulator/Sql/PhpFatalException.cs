namespace Vicidial.Simulator.Sql;

/// <summary>The dialer's PHP ends the request with HTTP 500. The response is what was printed before.</summary>
internal sealed class PhpFatalException : Exception
{
}
