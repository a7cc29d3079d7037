namespace Vicidial.Simulator.World;

/// <summary>The parts of an agent's turn, in their order.</summary>
internal enum TurnPart
{
    Pause,
    Wait,
    Talk,
    Disposition,
}
