using System;
using System.Management.Automation;

namespace VicidialPS.Binding;

/// <summary>Takes a plain text for a secret, so that a sheet of new users can feed the parameter. A SecureString is the better way.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretFromTextAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
        => (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is string text ? SecretText.Protect(text) : inputData;
}
