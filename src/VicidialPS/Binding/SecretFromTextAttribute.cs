using System;
using System.Linq;
using System.Management.Automation;
using System.Security;

namespace VicidialPS.Binding;

/// <summary>Takes a plain text for a secret, so that a sheet of new users can feed the parameter. A SecureString is the better way.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretFromTextAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        if ((inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is not string text)
        {
            return inputData;
        }

        var secret = new SecureString();
        text.ToList().ForEach(secret.AppendChar);
        secret.MakeReadOnly();
        return secret;
    }
}
