using System.Reflection;
using System.Reflection.Emit;

namespace LiveFeed.UnitTests;

/// <summary>Finds which types of one assembly use members of another, by reading the bodies of their methods.</summary>
internal static class Callers
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> OpCodes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    private static readonly HashSet<OpCode> Casts = [System.Reflection.Emit.OpCodes.Castclass, System.Reflection.Emit.OpCodes.Isinst];

    public static IEnumerable<Type> Of(Assembly callers, Func<Type, bool> called) => callers.GetTypes()
        .Where(type => Methods(type).Any(method => Members(method).Any(member => (member as Type ?? member.DeclaringType) is { } type && called(type))));

    /// <summary>Returns the types that a type names: in its bases, its members' signatures and the bodies of its methods.</summary>
    public static IEnumerable<Type> Named(Type type) => Direct(type).SelectMany(Parts).Distinct();

    private static IEnumerable<Type> Direct(Type type) =>
    [
        .. type.GetInterfaces(), .. type.BaseType is { } parent ? [parent] : Type.EmptyTypes,
        .. type.GetFields(All).Select(field => field.FieldType),
        .. Methods(type).SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType)),
        .. type.GetMethods(All).Select(method => method.ReturnType),
        .. Methods(type).SelectMany(Members).Select(member => member as Type ?? member.DeclaringType).OfType<Type>(),
    ];

    /// <summary>Returns a type with the types that it is made of: those of elements and of generic arguments.</summary>
    private static IEnumerable<Type> Parts(Type type) =>
        [type, .. type.HasElementType ? Parts(type.GetElementType()!) : [], .. type.GetGenericArguments().Where(argument => argument != type).SelectMany(Parts)];

    /// <summary>Returns the types that the methods of a type cast to.</summary>
    public static IEnumerable<Type> CastsOf(Type type) =>
        Methods(type).SelectMany(method => Operands(method, Casts)).OfType<Type>();

    private static IEnumerable<MethodBase> Methods(Type type) => type.GetMethods(All).Concat<MethodBase>(type.GetConstructors(All));

    private static IEnumerable<MemberInfo> Members(MethodBase method) => Operands(method, null);

    /// <summary>Returns the members that are operands of a method's instructions: of all, or of some.</summary>
    private static IEnumerable<MemberInfo> Operands(MethodBase method, HashSet<OpCode>? of)
    {
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        var typeArguments = method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null;
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (var at = 0; at < code.Length;)
        {
            var operation = code[at] == 0xFE ? OpCodes[(short)(0xFE00 | code[at + 1])] : OpCodes[code[at]];
            at += operation.Size;
            if ((of is null || of.Contains(operation))
                && operation.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
                yield return method.Module.ResolveMember(BitConverter.ToInt32(code, at), typeArguments, methodArguments)!;
            at += OperandSize(operation.OperandType, code, at);
        }
    }

    private static int OperandSize(OperandType type, byte[] code, int at) => type switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
        _ => 4,
    };
}
