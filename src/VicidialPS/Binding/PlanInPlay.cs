namespace VicidialPS.Binding;

/// <summary>The plan for the parameter set of the current input, which can differ from that of the previous input.</summary>
internal sealed class PlanInPlay
{
    private readonly Type _command;
    private readonly Func<string> _parameterSet;
    private readonly Func<CommandPlan, RequestBuilder> _makeBuilder;
    private string? _known;
    private CommandPlan? _plan;
    private RequestBuilder? _builder;
    private TurnKeys? _turnKeys;

    /// <summary>Starts a run.</summary>
    /// <param name="command">The type of the cmdlet.</param>
    /// <param name="parameterSet">Returns the parameter set, which PowerShell determines with the first input.</param>
    /// <param name="makeBuilder">Creates the request builder for a parameter set.</param>
    public PlanInPlay(Type command, Func<string> parameterSet, Func<CommandPlan, RequestBuilder> makeBuilder)
    {
        _command = command;
        _parameterSet = parameterSet;
        _makeBuilder = makeBuilder;
    }

    /// <summary>The plan for the parameter set.</summary>
    public CommandPlan Plan
    {
        get
        {
            string parameterSet = _parameterSet();
            if (_plan is null || !ReferenceEquals(_known, parameterSet))
            {
                _known = parameterSet;
                _plan = CommandPlan.For(_command, parameterSet);
                _builder = null;
                _turnKeys = null;
            }

            return _plan;
        }
    }

    /// <summary>The request builder.</summary>
    public RequestBuilder Builder
    {
        get
        {
            CommandPlan plan = Plan;
            return _builder ??= _makeBuilder(plan);
        }
    }

    /// <summary>The request builder, or null if none was needed yet.</summary>
    public RequestBuilder? UsedBuilder => _builder;

    /// <summary>Finds the things that requests change.</summary>
    public TurnKeys TurnKeys
    {
        get
        {
            CommandPlan plan = Plan;
            return _turnKeys ??= new TurnKeys(_command, plan);
        }
    }
}
