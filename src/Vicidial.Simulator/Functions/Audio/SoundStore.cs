namespace Vicidial.Simulator.Functions.Audio;

/// <summary>Code that the lists of sounds share.</summary>
internal static class SoundStore
{
    /// <summary>Whether the audio store is enabled. If not, writes an error to the response, with the same function name for all lists.</summary>
    public static bool IsActive(FunctionContext context)
    {
        if (!context.World.Settings.CentralSoundsActive)
        {
            context.Response.Line("ERROR: sounds_list CENTRAL SOUND CONTROL IS NOT ACTIVE: |", context.CallerName, "0", string.Empty);
        }

        return context.World.Settings.CentralSoundsActive;
    }
}
