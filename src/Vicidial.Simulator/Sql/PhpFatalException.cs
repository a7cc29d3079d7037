using System;

namespace Vicidial.Simulator.Sql;

/// <summary>The dialer's PHP ends the request with HTTP 500: what was printed so far is the response.</summary>
internal sealed class PhpFatalException : Exception
{
}
