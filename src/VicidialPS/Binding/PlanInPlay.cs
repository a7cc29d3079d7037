using System;

namespace VicidialPS.Binding;

/// <summary>What a cmdlet declares in the parameter set of the current input, which may differ from that of the input before.</summary>
internal sealed class PlanInPlay
{
    private readonly Type _command;
    private readonly Func<string> _parameterSet;
    private readonly Func<CommandPlan, RequestBuilder> _makeBuilder;
    private string? _known;
    private CommandPlan? _plan;
    private RequestBuilder? _builder;
    private TurnKeys? _turnKeys;

    /// <summary>Begins a run.</summary>
    /// <param name="command">The type of the cmdlet.</param>
    /// <param name="parameterSet">Tells the parameter set, which PowerShell knows with the first input, not before.</param>
    /// <param name="makeBuilder">Makes what builds the requests of a parameter set.</param>
    public PlanInPlay(Type command, Func<string> parameterSet, Func<CommandPlan, RequestBuilder> makeBuilder)
    {
        _command = command;
        _parameterSet = parameterSet;
        _makeBuilder = makeBuilder;
    }

    /// <summary>What the parameter set declares.</summary>
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

    /// <summary>Builds the requests.</summary>
    public RequestBuilder Builder
    {
        get
        {
            CommandPlan plan = Plan;
            return _builder ??= _makeBuilder(plan);
        }
    }

    /// <summary>The builder, if one was needed so far.</summary>
    public RequestBuilder? UsedBuilder => _builder;

    /// <summary>Finds what requests change.</summary>
    public TurnKeys TurnKeys
    {
        get
        {
            CommandPlan plan = Plan;
            return _turnKeys ??= new TurnKeys(_command, plan);
        }
    }
}
