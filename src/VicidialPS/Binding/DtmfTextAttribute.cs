using System;
using System.Management.Automation;

namespace VicidialPS.Binding;

/// <summary>Writes tones as the dialer wants them: it drops # and *, and takes letters in their place.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DtmfTextAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
        => $"{inputData}".Replace('#', 'P').Replace('*', 'S').Replace(',', 'Q');
}
