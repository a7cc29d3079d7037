using Vicidial.Simulator.Hosting;

namespace Vicidial.Simulator.Functions;

/// <summary>One function of an API. Each function is a separate class, which <see cref="FunctionTable"/> finds.</summary>
internal abstract class DialerFunction
{
    protected DialerFunction(DialerApi api, string name, string since)
    {
        Api = api;
        Name = name;
        Since = since;
    }

    public DialerApi Api { get; }

    /// <summary>The wire name.</summary>
    public string Name { get; }

    /// <summary>The oldest release that has the function.</summary>
    public string Since { get; }

    /// <summary>The function under all of its names. Most functions have only one.</summary>
    public virtual IEnumerable<DialerFunction> ByAllNames => [this];

    /// <summary>Whether it responds without a login.</summary>
    public virtual bool IsOpen => false;

    /// <summary>Whether the Non-Agent API requires a source label.</summary>
    public virtual bool NeedsSource => true;

    /// <summary>
    /// Checks the conditions that come before the account's permission for the function. If one fails, writes an error to the response.
    /// </summary>
    public virtual bool PassesFirst(FunctionContext context) => true;

    /// <summary>Whether the Non-Agent API looks up the lists that the account is restricted to.</summary>
    public virtual bool UsesListRestriction => false;

    /// <summary>Whether a refused login is valid for this function, but has no permissions.</summary>
    public virtual bool TakesLoginWithoutRight(FunctionContext context, string password) => false;

    /// <summary>Does the work and writes the response.</summary>
    public abstract void Run(FunctionContext context);
}
